"""The public's side: report, follow, rate."""
