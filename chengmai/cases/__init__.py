"""Cases: the closed loop from report to close (上报→立案→派遣→处置→核查→结案)."""
