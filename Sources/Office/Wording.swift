/// All wording of this module, by subject in the files beside.
enum Wording {}
