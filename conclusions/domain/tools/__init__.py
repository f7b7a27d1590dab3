"""The toolbox and the monitoring pack: functions, queries and feeds."""
