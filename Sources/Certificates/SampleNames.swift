/// Invented names that samples are made of.
enum SampleNames {
  /// City in English, in Chinese, and its port.
  static let cities: [(english: String, chinese: String, port: String, chinesePort: String)] = [
    ("BEIJING", "北京市", "TIANJIN", "天津"), ("QINGDAO", "山东省青岛市", "QINGDAO", "青岛"),
    ("NINGBO", "浙江省宁波市", "NINGBO", "宁波"), ("XIAMEN", "福建省厦门市", "XIAMEN", "厦门"),
    ("DALIAN", "辽宁省大连市", "DALIAN", "大连"), ("FOSHAN", "广东省佛山市", "NANSHA", "南沙"),
    ("SUZHOU", "江苏省苏州市", "SHANGHAI", "上海"), ("FUZHOU", "福建省福州市", "FUZHOU", "福州"),
  ]
  /// Street in English and in Chinese.
  static let streets: [(english: String, chinese: String)] = [
    ("ZHONGSHAN ROAD", "中山路"), ("JIEFANG STREET", "解放街"), ("BINHAI AVENUE", "滨海大道"),
    ("XINHUA ROAD", "新华路"), ("CHAOYANG NORTH ROAD", "朝阳北路"), ("GONGYE 2ND ROAD", "工业二路"),
  ]
  /// Company word in English and in Chinese.
  static let companies: [(english: String, chinese: String)] = [
    ("HUAYUAN", "华远"), ("JINHE", "金禾"), ("RUIFENG", "瑞丰"), ("TIANCHENG", "天成"),
    ("YONGSHENG", "永盛"), ("HAILAN", "海蓝"), ("DONGYU", "东宇"), ("XINGDA", "兴达"),
    ("BAICHUAN", "百川"), ("QIMING", "启明"),
  ]
  /// Trade in English and in Chinese.
  static let trades: [(english: String, chinese: String)] = [
    ("IMPORT AND EXPORT", "进出口"), ("MACHINERY", "机械设备"), ("TEXTILES", "纺织品"),
    ("HOME PRODUCTS", "家居用品"), ("FOODS", "食品"), ("NEW MATERIALS", "新材料"),
  ]
  /// Buyer's name without its ending.
  static let buyers = [
    "NORTHWIND TRADING", "HARBOUR LIGHT IMPORTS", "OLD MILL DISTRIBUTION", "SILVER PINE STORES",
    "BLUE ANCHOR SUPPLIES", "GOLDEN FIELD COMPANY", "RIVERSIDE WHOLESALE", "EAST GATE TRADERS",
  ]
  /// Buyer's name in Chinese.
  static let chineseBuyers = ["恒顺贸易", "南港实业", "明泰国际", "广元企业", "立德商行", "宏昌股份"]
  /// Who sold imported materials.
  static let suppliers = [
    "HINODE MATERIALS CO., LTD.", "MIDORI TRADING K.K.", "KITA KOGYO CO., LTD.",
  ]
  static let vessels = [
    "EVER BRIGHT V.031E", "COSMIC STAR V.118W", "PACIFIC HERON V.026S", "ORIENT PEARL V.407N",
    "SEA LANTERN V.2614",
  ]
  /// Main port by destination; other destinations print the country's name.
  static let ports: [String: String] = [
    "AU": "SYDNEY", "BN": "MUARA", "CA": "VANCOUVER", "CH": "BASEL", "CL": "VALPARAISO",
    "CR": "CALDERA", "DE": "HAMBURG", "GB": "FELIXSTOWE", "GE": "POTI", "ID": "JAKARTA",
    "IN": "NHAVA SHEVA", "IS": "REYKJAVIK", "JP": "YOKOHAMA", "KH": "SIHANOUKVILLE",
    "KR": "BUSAN", "MM": "YANGON", "MU": "PORT LOUIS", "MV": "MALE", "MY": "PORT KLANG",
    "NI": "CORINTO", "NZ": "AUCKLAND", "PE": "CALLAO", "PH": "MANILA", "PK": "KARACHI",
    "SG": "SINGAPORE", "TH": "LAEM CHABANG", "US": "LOS ANGELES", "VN": "HAI PHONG",
    "ZA": "DURBAN",
  ]
}
