import CCairo

/// A Cairo context; whoever made it ends it.
@safe struct Pen {
  let cairo: OpaquePointer
}
