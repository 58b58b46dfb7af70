"""The building ministry: construction permits and the dossiers behind them (contracts 5.8)."""
