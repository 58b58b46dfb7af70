"""The payment gateways: one ledger, one set of bank pages, a dialect each."""
