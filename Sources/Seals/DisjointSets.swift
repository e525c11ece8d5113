/// Elements 0, 1, 2 … in sets that can be joined.
struct DisjointSets {
  private var parents: [Int] = []

  /// A new element in a set of its own.
  mutating func add() { parents.append(parents.count) }

  /// The element that stands for the set of another.
  mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// Makes one set of the sets of two elements; the smaller root stands for it.
  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    if a != b { parents[max(a, b)] = min(a, b) }
  }
}
