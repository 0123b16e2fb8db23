"""The rules of meetings. No I/O, no clock, no library beyond the standard one."""
