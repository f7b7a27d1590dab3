"""French dates as Django has them, but for what stands between a day and its hour."""

DATETIME_FORMAT = r"j F Y \à H:i"
