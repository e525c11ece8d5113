// CairoOutput
