// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: language mode 6 and no warning left standing.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// Targets that call C also mark every unsafe expression.
let strictOverC = strict + [.strictMemorySafety()]

let yaml = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let network = ["NIOCore", "NIOPosix", "NIOHTTP1"].map {
  Target.Dependency.product(name: $0, package: "swift-nio")
}

/// A module map over an installed C library, nothing else.
func library(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// One layer step of the house.
///
/// Imports go down only: the order below is the order of the layers.
func layer(
  _ name: String, _ dependencies: [Target.Dependency] = [], callsC: Bool = false
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: callsC ? strictOverC : strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], golden: Bool = false, links: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "Support"] + dependencies,
    exclude: golden ? ["Golden"] : [], swiftSettings: strict,
    linkerSettings: links.map { .linkedLibrary($0) })
}

let package = Package(
  name: "originpress",
  products: [
    .executable(name: "originpress", targets: ["originpress"]),
    .executable(name: "virtual-printer", targets: ["virtual-printer"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // C
    library("CCairo", pkgConfig: "cairo", apt: "libcairo2-dev"),
    library("CFreeType", pkgConfig: "freetype2", apt: "libfreetype-dev"),
    library("CHarfBuzz", pkgConfig: "harfbuzz", apt: "libharfbuzz-dev"),
    // Compiled C, because Foundation brings another ICU whose headers must not meet these.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),  // apt: libicu-dev
    library("CJPEG", pkgConfig: "libjpeg", apt: "libjpeg-dev"),
    library("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    library("CQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
    // Compiled C, which loads libcups only when it is needed.
    .target(name: "CCUPS"),  // apt: libcups2-dev, libcupsimage2-dev
    // The same for libtiff.
    .target(name: "CTIFF"),  // apt: libtiff-dev
    // Compiled C, which loads libcrypto only when a seal is used.
    .target(name: "CSM2"),  // apt: libssl3
    // The same for libcurl, when a service is asked.
    .target(name: "CCURL"),  // apt: libcurl4-openssl-dev, libcurl4
    // Compiled C, which loads a security module's PKCS #11 library when it is given one.
    .target(name: "CPKCS11"),

    // values
    layer("Measures"),
    layer("Diagnostics"),
    layer("Notation", ["Diagnostics", yaml, crypto]),
    layer("Devices", ["Measures", "Diagnostics", "Notation"]),

    // domain
    layer("Certificates", ["Diagnostics", "Notation", crypto]),

    // document
    layer("DisplayList", ["Measures", "Devices", crypto]),
    layer(
      "Typography",
      [
        "Measures", "Diagnostics", "Notation", "DisplayList", "CFreeType", "CHarfBuzz", "CICU",
        crypto,
      ], callsC: true),
    layer("Barcode", ["DisplayList", "Measures", "Diagnostics", "CQREncode"], callsC: true),
    layer(
      "Forms",
      ["Measures", "Diagnostics", "Notation", "Certificates", "DisplayList", "Typography"]),
    layer(
      "Typesetting",
      [
        "Measures", "Diagnostics", "Devices", "Certificates", "DisplayList", "Typography",
        "Barcode", "Forms",
      ]),

    // output
    layer(
      "CairoOutput",
      [
        "Measures", "Devices", "DisplayList", "Diagnostics", "Typography", "CCairo", "CFreeType",
        "CJPEG", "CTIFF", "CZlib", "CCUPS", crypto,
      ], callsC: true),

    layer("EscpOutput", ["Measures", "Devices", "DisplayList", "Diagnostics"]),

    // trust
    layer(
      "Seals",
      [
        "Measures", "Diagnostics", "Certificates", "DisplayList", "Forms", "Typesetting",
        "CairoOutput", crypto,
      ]),
    layer("Credentials", ["Diagnostics", "Notation", "Certificates", crypto]),
    layer(
      "Signing",
      [
        "Measures", "Diagnostics", "Notation", "CCURL", "CPKCS11", "CSM2", asn1, crypto,
        cryptoExtras,
      ], callsC: true),

    // print
    layer("Printers", ["Measures", "Diagnostics", "Devices", "CCUPS"], callsC: true),

    layer(
      "PrintDesk",
      ["Diagnostics", "Notation", "Devices", "Certificates", crypto, cryptoExtras]),

    // office
    layer(
      "Store",
      [
        "Measures", "Diagnostics", "Notation", "Devices", "Certificates", "DisplayList", "Seals",
        "PrintDesk", database,
      ]),
    layer(
      "Office",
      [
        "Measures", "Diagnostics", "Notation", "Devices", "Certificates", "DisplayList",
        "Typography", "Forms", "Typesetting", "CairoOutput", "EscpOutput", "Seals", "Signing",
        "Credentials", "Printers", "PrintDesk", "Store", crypto, cryptoExtras,
      ]),

    // front
    layer("VirtualPrinter", ["Diagnostics", "Measures", crypto] + network),
    .executableTarget(
      name: "virtual-printer", dependencies: ["VirtualPrinter", "Diagnostics", arguments],
      swiftSettings: strict),
    .executableTarget(
      name: "originpress",
      dependencies: [
        "Measures", "Diagnostics", "Notation", "Devices", "Certificates", "DisplayList",
        "Typography", "Barcode", "Forms", "Typesetting", "CairoOutput", "EscpOutput", "Seals",
        "Signing", "Credentials", "Printers", "PrintDesk", "Store", "Office", arguments, crypto,
      ],
      exclude: ["Linking"], swiftSettings: strict),

    // tests
    .target(
      name: "Support",
      dependencies: [
        "CairoOutput", "Certificates", "Devices", "Diagnostics", "DisplayList", "Forms", "Measures",
        "Notation", "Office", "Printers", "PrintDesk", "Seals", "Store", "Typesetting",
        "Typography", "VirtualPrinter",
      ],
      path: "Tests/Support", swiftSettings: strict),
    tests("Measures", []),
    tests("Diagnostics", []),
    tests("Notation", ["Diagnostics"]),
    tests("Devices", ["Measures", "Diagnostics", "Notation"]),
    tests("Certificates", ["Diagnostics", "Notation"], golden: true),
    tests("DisplayList", ["Measures", "Devices"]),
    tests("Typography", ["Measures", "Diagnostics", "Notation", "DisplayList"]),
    tests("Barcode", ["Measures", "DisplayList", "Devices", "Diagnostics", "CairoOutput"]),
    tests(
      "Forms",
      ["Measures", "Diagnostics", "Notation", "Certificates", "DisplayList", "Typography"]),
    tests(
      "Typesetting",
      [
        "Measures", "Diagnostics", "Notation", "Devices", "Certificates", "DisplayList",
        "Typography", "Barcode", "Forms", "CairoOutput", "Credentials", crypto,
      ], golden: true),
    tests(
      "CairoOutput",
      [
        "Measures", "Devices", "DisplayList", "Typography", "Diagnostics", "Notation", "Barcode",
        "CCairo", "CFreeType", "CCUPS",
      ], links: ["cups"]),
    tests(
      "EscpOutput",
      [
        "Measures", "Devices", "DisplayList", "Diagnostics", "Certificates", "Forms", "Typesetting",
        "Typography", "CairoOutput",
      ]),
    tests(
      "Seals",
      [
        "Measures", "Diagnostics", "Notation", "Devices", "Certificates", "DisplayList",
        "Typography", "Forms", "Typesetting", "CairoOutput", crypto,
      ]),
    tests(
      "Credentials", ["Diagnostics", "Notation", "Certificates", "Barcode", "Forms", crypto]),
    tests(
      "Signing",
      ["Measures", "Diagnostics", "Devices", "DisplayList", "CairoOutput", asn1, crypto]),
    tests("Printers", ["Measures", "Diagnostics", "Devices", "Notation", "VirtualPrinter"]),
    tests("VirtualPrinter", ["Diagnostics", "Printers", "virtual-printer", crypto]),
    tests("PrintDesk", ["Diagnostics", "Notation", "Certificates", "Store"]),
    tests(
      "Store",
      ["Diagnostics", "Certificates", "Devices", "Measures", "DisplayList", "Seals", "PrintDesk"]),
    tests(
      "Office",
      [
        "Measures", "Diagnostics", "Notation", "Devices", "Certificates", "DisplayList",
        "Typography", "Forms", "Typesetting", "CairoOutput", "EscpOutput", "Seals", "Signing",
        "Credentials", "Printers", "PrintDesk", "Store", "VirtualPrinter", crypto,
      ]),
  ]
)

// libFuzzer targets: only when asked for, so that no other build sees their flags.
if Context.environment["ORIGINPRESS_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Certificates", "Credentials", "Devices", "Diagnostics", "EscpOutput", "Forms", "Notation",
        "Signing", "VirtualPrinter",
      ],
      path: "Tests/Fuzz", exclude: ["run.sh"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}

// What `make bench` measures of seals and signatures, in one process of its own.
if Context.environment["ORIGINPRESS_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "TrustBench",
      dependencies: [
        "CairoOutput", "Certificates", "Credentials", "Devices", "Diagnostics", "DisplayList",
        "Forms", "Measures", "Notation", "Office", "PrintDesk", "Printers", "Seals", "Signing",
        "Store", "Support", "Typesetting", "Typography",
      ],
      path: "Tests/Benchmarks/TrustBench", swiftSettings: strict))
}
