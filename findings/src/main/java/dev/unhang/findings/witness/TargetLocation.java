package dev.unhang.findings.witness;

/// Where a target sits.
///
/// @param host as the map is called
/// @param element of that host's topology, by name
public record TargetLocation(String host, String element) {
  @Override
  public String toString() {
    return element + " of " + host;
  }
}
