"""What `make bench` measures; never run by `make test`."""
