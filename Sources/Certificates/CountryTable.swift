/// The countries and areas of ISO 3166-1: alpha-2 code, English print name, Chinese name.
///
/// English names are the ISO short names turned into reading order, without accents, as they are
/// printed; the names of Hong Kong, Macao and Taiwan follow the usage of Chinese certificates.
enum CountryTable {
  static let text = """
    AD|ANDORRA|安道尔
    AE|UNITED ARAB EMIRATES|阿联酋
    AF|AFGHANISTAN|阿富汗
    AG|ANTIGUA AND BARBUDA|安提瓜和巴布达
    AI|ANGUILLA|安圭拉
    AL|ALBANIA|阿尔巴尼亚
    AM|ARMENIA|亚美尼亚
    AO|ANGOLA|安哥拉
    AQ|ANTARCTICA|南极洲
    AR|ARGENTINA|阿根廷
    AS|AMERICAN SAMOA|美属萨摩亚
    AT|AUSTRIA|奥地利
    AU|AUSTRALIA|澳大利亚
    AW|ARUBA|阿鲁巴
    AX|ALAND ISLANDS|奥兰群岛
    AZ|AZERBAIJAN|阿塞拜疆
    BA|BOSNIA AND HERZEGOVINA|波斯尼亚和黑塞哥维那
    BB|BARBADOS|巴巴多斯
    BD|BANGLADESH|孟加拉国
    BE|BELGIUM|比利时
    BF|BURKINA FASO|布基纳法索
    BG|BULGARIA|保加利亚
    BH|BAHRAIN|巴林
    BI|BURUNDI|布隆迪
    BJ|BENIN|贝宁
    BL|SAINT BARTHELEMY|圣巴泰勒米
    BM|BERMUDA|百慕大
    BN|BRUNEI DARUSSALAM|文莱
    BO|BOLIVIA|玻利维亚
    BQ|BONAIRE, SINT EUSTATIUS AND SABA|博奈尔、圣尤斯特歇斯和萨巴
    BR|BRAZIL|巴西
    BS|BAHAMAS|巴哈马
    BT|BHUTAN|不丹
    BV|BOUVET ISLAND|布韦岛
    BW|BOTSWANA|博茨瓦纳
    BY|BELARUS|白俄罗斯
    BZ|BELIZE|伯利兹
    CA|CANADA|加拿大
    CC|COCOS (KEELING) ISLANDS|科科斯（基林）群岛
    CD|DEMOCRATIC REPUBLIC OF THE CONGO|刚果（金）
    CF|CENTRAL AFRICAN REPUBLIC|中非共和国
    CG|CONGO|刚果（布）
    CH|SWITZERLAND|瑞士
    CI|COTE D'IVOIRE|科特迪瓦
    CK|COOK ISLANDS|库克群岛
    CL|CHILE|智利
    CM|CAMEROON|喀麦隆
    CN|CHINA|中国
    CO|COLOMBIA|哥伦比亚
    CR|COSTA RICA|哥斯达黎加
    CU|CUBA|古巴
    CV|CABO VERDE|佛得角
    CW|CURACAO|库拉索
    CX|CHRISTMAS ISLAND|圣诞岛
    CY|CYPRUS|塞浦路斯
    CZ|CZECHIA|捷克
    DE|GERMANY|德国
    DJ|DJIBOUTI|吉布提
    DK|DENMARK|丹麦
    DM|DOMINICA|多米尼克
    DO|DOMINICAN REPUBLIC|多米尼加共和国
    DZ|ALGERIA|阿尔及利亚
    EC|ECUADOR|厄瓜多尔
    EE|ESTONIA|爱沙尼亚
    EG|EGYPT|埃及
    EH|WESTERN SAHARA|西撒哈拉
    ER|ERITREA|厄立特里亚
    ES|SPAIN|西班牙
    ET|ETHIOPIA|埃塞俄比亚
    FI|FINLAND|芬兰
    FJ|FIJI|斐济
    FK|FALKLAND ISLANDS (MALVINAS)|福克兰群岛（马尔维纳斯）
    FM|MICRONESIA|密克罗尼西亚
    FO|FAROE ISLANDS|法罗群岛
    FR|FRANCE|法国
    GA|GABON|加蓬
    GB|UNITED KINGDOM|英国
    GD|GRENADA|格林纳达
    GE|GEORGIA|格鲁吉亚
    GF|FRENCH GUIANA|法属圭亚那
    GG|GUERNSEY|根西岛
    GH|GHANA|加纳
    GI|GIBRALTAR|直布罗陀
    GL|GREENLAND|格陵兰
    GM|GAMBIA|冈比亚
    GN|GUINEA|几内亚
    GP|GUADELOUPE|瓜德罗普
    GQ|EQUATORIAL GUINEA|赤道几内亚
    GR|GREECE|希腊
    GS|SOUTH GEORGIA AND THE SOUTH SANDWICH ISLANDS|南乔治亚和南桑威奇群岛
    GT|GUATEMALA|危地马拉
    GU|GUAM|关岛
    GW|GUINEA-BISSAU|几内亚比绍
    GY|GUYANA|圭亚那
    HK|HONG KONG, CHINA|中国香港
    HM|HEARD ISLAND AND MCDONALD ISLANDS|赫德岛和麦克唐纳群岛
    HN|HONDURAS|洪都拉斯
    HR|CROATIA|克罗地亚
    HT|HAITI|海地
    HU|HUNGARY|匈牙利
    ID|INDONESIA|印度尼西亚
    IE|IRELAND|爱尔兰
    IL|ISRAEL|以色列
    IM|ISLE OF MAN|马恩岛
    IN|INDIA|印度
    IO|BRITISH INDIAN OCEAN TERRITORY|英属印度洋领地
    IQ|IRAQ|伊拉克
    IR|IRAN|伊朗
    IS|ICELAND|冰岛
    IT|ITALY|意大利
    JE|JERSEY|泽西岛
    JM|JAMAICA|牙买加
    JO|JORDAN|约旦
    JP|JAPAN|日本
    KE|KENYA|肯尼亚
    KG|KYRGYZSTAN|吉尔吉斯斯坦
    KH|CAMBODIA|柬埔寨
    KI|KIRIBATI|基里巴斯
    KM|COMOROS|科摩罗
    KN|SAINT KITTS AND NEVIS|圣基茨和尼维斯
    KP|DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA|朝鲜
    KR|REPUBLIC OF KOREA|韩国
    KW|KUWAIT|科威特
    KY|CAYMAN ISLANDS|开曼群岛
    KZ|KAZAKHSTAN|哈萨克斯坦
    LA|LAO PEOPLE'S DEMOCRATIC REPUBLIC|老挝
    LB|LEBANON|黎巴嫩
    LC|SAINT LUCIA|圣卢西亚
    LI|LIECHTENSTEIN|列支敦士登
    LK|SRI LANKA|斯里兰卡
    LR|LIBERIA|利比里亚
    LS|LESOTHO|莱索托
    LT|LITHUANIA|立陶宛
    LU|LUXEMBOURG|卢森堡
    LV|LATVIA|拉脱维亚
    LY|LIBYA|利比亚
    MA|MOROCCO|摩洛哥
    MC|MONACO|摩纳哥
    MD|MOLDOVA|摩尔多瓦
    ME|MONTENEGRO|黑山
    MF|SAINT MARTIN (FRENCH PART)|法属圣马丁
    MG|MADAGASCAR|马达加斯加
    MH|MARSHALL ISLANDS|马绍尔群岛
    MK|NORTH MACEDONIA|北马其顿
    ML|MALI|马里
    MM|MYANMAR|缅甸
    MN|MONGOLIA|蒙古
    MO|MACAO, CHINA|中国澳门
    MP|NORTHERN MARIANA ISLANDS|北马里亚纳群岛
    MQ|MARTINIQUE|马提尼克
    MR|MAURITANIA|毛里塔尼亚
    MS|MONTSERRAT|蒙特塞拉特
    MT|MALTA|马耳他
    MU|MAURITIUS|毛里求斯
    MV|MALDIVES|马尔代夫
    MW|MALAWI|马拉维
    MX|MEXICO|墨西哥
    MY|MALAYSIA|马来西亚
    MZ|MOZAMBIQUE|莫桑比克
    NA|NAMIBIA|纳米比亚
    NC|NEW CALEDONIA|新喀里多尼亚
    NE|NIGER|尼日尔
    NF|NORFOLK ISLAND|诺福克岛
    NG|NIGERIA|尼日利亚
    NI|NICARAGUA|尼加拉瓜
    NL|NETHERLANDS|荷兰
    NO|NORWAY|挪威
    NP|NEPAL|尼泊尔
    NR|NAURU|瑙鲁
    NU|NIUE|纽埃
    NZ|NEW ZEALAND|新西兰
    OM|OMAN|阿曼
    PA|PANAMA|巴拿马
    PE|PERU|秘鲁
    PF|FRENCH POLYNESIA|法属波利尼西亚
    PG|PAPUA NEW GUINEA|巴布亚新几内亚
    PH|PHILIPPINES|菲律宾
    PK|PAKISTAN|巴基斯坦
    PL|POLAND|波兰
    PM|SAINT PIERRE AND MIQUELON|圣皮埃尔和密克隆群岛
    PN|PITCAIRN|皮特凯恩群岛
    PR|PUERTO RICO|波多黎各
    PS|PALESTINE|巴勒斯坦
    PT|PORTUGAL|葡萄牙
    PW|PALAU|帕劳
    PY|PARAGUAY|巴拉圭
    QA|QATAR|卡塔尔
    RE|REUNION|留尼汪
    RO|ROMANIA|罗马尼亚
    RS|SERBIA|塞尔维亚
    RU|RUSSIAN FEDERATION|俄罗斯
    RW|RWANDA|卢旺达
    SA|SAUDI ARABIA|沙特阿拉伯
    SB|SOLOMON ISLANDS|所罗门群岛
    SC|SEYCHELLES|塞舌尔
    SD|SUDAN|苏丹
    SE|SWEDEN|瑞典
    SG|SINGAPORE|新加坡
    SH|SAINT HELENA, ASCENSION AND TRISTAN DA CUNHA|圣赫勒拿
    SI|SLOVENIA|斯洛文尼亚
    SJ|SVALBARD AND JAN MAYEN|斯瓦尔巴群岛和扬马延岛
    SK|SLOVAKIA|斯洛伐克
    SL|SIERRA LEONE|塞拉利昂
    SM|SAN MARINO|圣马力诺
    SN|SENEGAL|塞内加尔
    SO|SOMALIA|索马里
    SR|SURINAME|苏里南
    SS|SOUTH SUDAN|南苏丹
    ST|SAO TOME AND PRINCIPE|圣多美和普林西比
    SV|EL SALVADOR|萨尔瓦多
    SX|SINT MAARTEN (DUTCH PART)|荷属圣马丁
    SY|SYRIAN ARAB REPUBLIC|叙利亚
    SZ|ESWATINI|斯威士兰
    TC|TURKS AND CAICOS ISLANDS|特克斯和凯科斯群岛
    TD|CHAD|乍得
    TF|FRENCH SOUTHERN TERRITORIES|法属南部领地
    TG|TOGO|多哥
    TH|THAILAND|泰国
    TJ|TAJIKISTAN|塔吉克斯坦
    TK|TOKELAU|托克劳
    TL|TIMOR-LESTE|东帝汶
    TM|TURKMENISTAN|土库曼斯坦
    TN|TUNISIA|突尼斯
    TO|TONGA|汤加
    TR|TURKIYE|土耳其
    TT|TRINIDAD AND TOBAGO|特立尼达和多巴哥
    TV|TUVALU|图瓦卢
    TW|TAIWAN, CHINA|中国台湾
    TZ|TANZANIA|坦桑尼亚
    UA|UKRAINE|乌克兰
    UG|UGANDA|乌干达
    UM|UNITED STATES MINOR OUTLYING ISLANDS|美国本土外小岛屿
    US|UNITED STATES|美国
    UY|URUGUAY|乌拉圭
    UZ|UZBEKISTAN|乌兹别克斯坦
    VA|HOLY SEE|梵蒂冈
    VC|SAINT VINCENT AND THE GRENADINES|圣文森特和格林纳丁斯
    VE|VENEZUELA|委内瑞拉
    VG|BRITISH VIRGIN ISLANDS|英属维尔京群岛
    VI|UNITED STATES VIRGIN ISLANDS|美属维尔京群岛
    VN|VIET NAM|越南
    VU|VANUATU|瓦努阿图
    WF|WALLIS AND FUTUNA|瓦利斯和富图纳
    WS|SAMOA|萨摩亚
    YE|YEMEN|也门
    YT|MAYOTTE|马约特
    ZA|SOUTH AFRICA|南非
    ZM|ZAMBIA|赞比亚
    ZW|ZIMBABWE|津巴布韦
    """
}
