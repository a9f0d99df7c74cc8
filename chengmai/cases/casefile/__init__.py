"""The printable file of a case (案件办理档案): facts, clocks, map, photos, every step, a code to check it by."""
