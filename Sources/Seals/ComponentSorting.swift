/// Tells the mark from specks and from other marks.
struct ComponentSorting {
  /// The mark, with all its ink; `nil` when there are only specks.
  private(set) var mark: InkComponent?
  /// The ink of other marks.
  private(set) var othersWeight = 0
  private var kept: Set<Int> = []

  /// Smaller components are specks (mm, squared for the area), unless one that is not lies near (mm).
  private static let speck = 0.28
  private static let reach = 0.5
  /// What never gets darker is a shadow or the halo of another ink.
  private static let leastPeak: UInt8 = 96

  /// - Parameters:
  ///   - runs: all stretches of ink with their components.
  ///   - scan: the scan, for its size and resolution.
  ///   - gap: how far apart the parts of one mark may be, in mm.
  init(_ runs: [InkRun], scan: Scan, gap: Double) {
    let components = Self.components(runs)
    let side = scan.pixels(mm: Self.speck)
    let large = components.filter {
      Double($0.value.area) >= side * side && $0.value.peak >= Self.leastPeak
    }
    let groups = Self.groups(large, gap: Int(scan.pixels(mm: gap)))
    guard let main = groups.max(by: { $0.weight < $1.weight }) else { return }
    othersWeight = groups.reduce(0) { $0 + $1.weight } - main.weight
    kept = main.members
    // Little parts count when they lie near, such as dots of uneven ink.
    let near = NearInk(runs.filter { main.members.contains($0.component) }, scan, mm: Self.reach)
    for (index, component) in components
    where large[index] == nil && component.peak >= Self.leastPeak && near.touches(component) {
      kept.insert(index)
    }
    mark = Self.sum(runs.filter { kept.contains($0.component) })
  }

  /// Whether a stretch of ink belongs to the mark.
  func isKept(_ run: InkRun) -> Bool { kept.contains(run.component) }

  private static func components(_ runs: [InkRun]) -> [Int: InkComponent] {
    var components: [Int: InkComponent] = [:]
    for run in runs { components[run.component, default: InkComponent(empty: run)].add(run) }
    return components
  }

  private static func sum(_ runs: [InkRun]) -> InkComponent? {
    guard let first = runs.first else { return nil }
    return runs.reduce(into: InkComponent(empty: first)) { $0.add($1) }
  }

  /// Components that lie near each other.
  private struct Group {
    var members: Set<Int> = []
    var weight = 0
  }

  private static func groups(_ components: [Int: InkComponent], gap: Int) -> [Group] {
    let ordered = components.sorted { $0.key < $1.key }
    var sets = DisjointSets()
    for _ in ordered { sets.add() }
    for first in ordered.indices {
      for second in ordered.indices.dropFirst(first + 1)
      where ordered[first].value.isNear(ordered[second].value, gap: gap) {
        sets.join(first, second)
      }
    }
    var groups: [Int: Group] = [:]
    for index in ordered.indices {
      let root = sets.root(of: index)
      groups[root, default: Group()].members.insert(ordered[index].key)
      groups[root, default: Group()].weight += ordered[index].value.weight
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// Where ink of the mark is near, on a coarse grid.
private struct NearInk {
  private let cell: Int
  private let width: Int
  private var cells: [Bool]

  init(_ runs: [InkRun], _ scan: Scan, mm: Double) {
    cell = max(1, Int(scan.pixels(mm: mm / 2)))
    width = scan.width / cell + 1
    cells = Array(repeating: false, count: width * (scan.height / cell + 1))
    for run in runs {
      let row = run.row / cell * width
      for column in (run.columns.lowerBound / cell)...((run.columns.upperBound - 1) / cell) {
        cells[row + column] = true
      }
    }
  }

  /// Whether a cell around the component's, two in each direction, has ink.
  func touches(_ component: InkComponent) -> Bool {
    let height = cells.count / width
    let rows =
      max(
        component.rows.lowerBound / cell - 2, 0)...min(
        (component.rows.upperBound - 1) / cell + 2, height - 1)
    let columns =
      max(
        component.columns.lowerBound / cell - 2, 0)...min(
        (component.columns.upperBound - 1) / cell + 2, width - 1)
    return rows.contains { row in columns.contains { cells[row * width + $0] } }
  }
}
