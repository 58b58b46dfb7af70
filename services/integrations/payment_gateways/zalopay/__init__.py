"""ZaloPay wallet (contracts 4.4) behind the port of gateways."""
