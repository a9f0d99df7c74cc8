"""The rules of the closed loop: pure decisions, tables and arithmetic. No framework, no clock."""
