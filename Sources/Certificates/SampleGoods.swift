/// One kind of goods that samples are made of.
struct SampleGoods {
  let english: String
  let chinese: String
  /// Ten digits; fewer are taken as a form asks for.
  let hs: String
  let unit: String
  let chineseUnit: String
  let packing: String
  let chinesePacking: String
  /// Gross weight of one package in hundredths of a kilogram.
  let weight: Int
  /// Price of one unit in US cents.
  let price: Int

  private init(line: Substring) {
    let parts = line.split(separator: "|").map(String.init)
    precondition(parts.count == 9, "a line of sample goods has nine parts")
    (english, chinese, hs, unit, chineseUnit) = (parts[0], parts[1], parts[2], parts[3], parts[4])
    (packing, chinesePacking) = (parts[5], parts[6])
    weight = Int(parts[7]) ?? 0
    price = Int(parts[8]) ?? 0
  }

  /// Goods that a kind of certificate is for, in a fixed order.
  static func goods(for kind: FormKind) -> [SampleGoods] {
    let goods = (special + all).filter { kind.isFor(hs: $0.hs) }
    return kind.headings == nil || goods.isEmpty ? all : goods
  }

  private static let all = text.split(separator: "\n").map(SampleGoods.init(line:))
  private static let special = specialText.split(separator: "\n").map(SampleGoods.init(line:))

  /// Goods that have a form of their own.
  private static let specialText = """
    FLUE-CURED TOBACCO, STRIPS|烤烟，片烟|2401201000|KGS|千克|CARTONS|箱|20400|420
    BURLEY TOBACCO, STRIPS|白肋烟，片烟|2401209000|KGS|千克|CARTONS|箱|20400|385
    FLUE-CURED TOBACCO, UNSTEMMED|烤烟，带梗|2401101000|KGS|千克|BALES|包|10250|365
    ORIENTAL TOBACCO, UNSTEMMED|香料烟，带梗|2401109000|KGS|千克|BALES|包|5150|410
    TOBACCO STEMS|烟梗|2401300000|KGS|千克|CARTONS|箱|18350|95
    CANNED MUSHROOMS, SLICED, IN BRINE|盐水蘑菇片罐头|2003101100|KGS|千克|CARTONS|箱|1420|185
    CANNED MUSHROOMS, PIECES AND STEMS|蘑菇碎片及菇柄罐头|2003101900|KGS|千克|CARTONS|箱|2310|150
    """

  private static let text = """
    BICYCLE PARTS: FRONT FORKS|自行车零件（前叉）|8714910000|SETS|套|CARTONS|箱|1840|1250
    COTTON KNITTED T-SHIRTS FOR MEN|棉制针织男式T恤衫|6109100010|PCS|件|CARTONS|箱|1260|385
    STAINLESS STEEL VACUUM FLASKS, 500 ML|不锈钢真空保温杯|9617001900|PCS|个|CARTONS|箱|980|620
    LED DOWNLIGHTS 12W, 220-240V|发光二极管筒灯|9405110000|PCS|只|CARTONS|箱|745|410
    CERAMIC WALL TILES 300X600 MM|陶瓷墙砖|6907210000|M2|平方米|PALLETS|托盘|98500|735
    WOODEN DINING CHAIRS WITH UPHOLSTERED SEATS|带软垫的木框架餐椅|9401610000|PCS|把|CARTONS|箱|2150|2890
    GALVANIZED STEEL WIRE, DIAMETER 2.5 MM|镀锌钢丝|7217200000|KGS|千克|COILS|卷|50500|98
    FROZEN TILAPIA FILLETS, IQF|冻罗非鱼片|0304610000|KGS|千克|CARTONS|箱|1080|345
    POLYESTER WOVEN FABRIC, DYED, WIDTH 150 CM|涤纶长丝染色机织物|5407520000|METERS|米|ROLLS|卷|3120|165
    PLASTIC STORAGE BOXES WITH LIDS|塑料收纳箱|3924900000|PCS|个|CARTONS|箱|1430|255
    RECHARGEABLE LITHIUM-ION BATTERY PACKS|锂离子蓄电池组|8507600090|PCS|个|CARTONS|箱|1675|3450
    CENTRIFUGAL WATER PUMPS, 1.5 KW|离心水泵|8413709190|SETS|台|WOODEN CASES|木箱|4860|8900
    GREEN TEA, LOOSE LEAF|绿茶|0902201000|KGS|千克|BAGS|袋|2550|560
    RUBBER CONVEYOR BELTS, REINFORCED WITH TEXTILE|织物增强橡胶输送带|4010120000|METERS|米|ROLLS|卷|31200|1420
    HAND-PAINTED PORCELAIN VASES|手绘瓷花瓶|6913100000|PCS|件|CARTONS|箱|1190|980
    TRICYCLE WHEELS, 16 INCH|三轮车轮子|8714990000|PCS|只|BUNDLES|捆|2230|540
    GLASS FOOD CONTAINERS|玻璃食品容器|7013490000|PCS|个|CARTONS|箱|1710|195
    TITANIUM DIOXIDE, RUTILE TYPE|金红石型钛白粉|3206111000|KGS|千克|BAGS|袋|2520|275
    SOLAR PANELS, MONOCRYSTALLINE, 550 W|单晶硅太阳能电池板|8541430000|PCS|块|PALLETS|托盘|89000|9800
    ALUMINIUM LADDERS, 4 STEPS|铝制梯子|7616991090|PCS|架|CARTONS|箱|1560|2150
    CANNED MUSHROOMS, WHOLE, IN BRINE|盐水整蘑菇罐头|2003101100|KGS|千克|CARTONS|箱|1850|190
    WOMEN'S WOVEN JACKETS OF POLYESTER|涤纶机织女式上衣|6204330000|PCS|件|CARTONS|箱|1340|1575
    CAST IRON MANHOLE COVERS WITH FRAMES|铸铁井盖及井座|7325101000|SETS|套|PALLETS|托盘|120000|3640
    ELECTRIC KETTLES, 1.7 L|电热水壶|8516799000|PCS|个|CARTONS|箱|1520|890
    """
}
