"""French dates are Django’s, but for what stands between a day and its hour."""

DATETIME_FORMAT = "j F Y à H:i"
