/// One kind of imported material that samples state.
struct SampleMaterial {
  let english: String
  let hs: String
  let unit: String
  /// Price of one unit in US cents.
  let price: Int

  /// Every kind of material, in a fixed order.
  static let all = [
    SampleMaterial(english: "COLD-ROLLED STEEL SHEET", hs: "720917", unit: "KGS", price: 92),
    SampleMaterial(english: "BALL BEARINGS", hs: "848210", unit: "PCS", price: 310),
    SampleMaterial(english: "DYED POLYESTER YARN", hs: "540233", unit: "KGS", price: 285),
    SampleMaterial(
      english: "POLYPROPYLENE RESIN IN GRANULES", hs: "390210", unit: "KGS", price: 140),
    SampleMaterial(english: "CERAMIC GLAZE", hs: "320720", unit: "KGS", price: 410),
    SampleMaterial(english: "SILICONE SEALING RINGS", hs: "391990", unit: "PCS", price: 18),
  ]
}
