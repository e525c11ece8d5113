import ArgumentParser

@main
struct OriginPress: ParsableCommand {
}
