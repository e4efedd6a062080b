package dev.unhang.model.topology;

/// What the host itself does through an element.
///
/// @param element whose, by name
/// @param text for a person: the address, the route, the peer
public record Use(String element, Kind kind, String text) {
  /// What it is for.
  public enum Kind {
    /// An address of the host.
    ADDRESS,
    /// The way to all networks that have no way of their own.
    DEFAULT_ROUTE,
    /// The person who asks is logged in over it.
    LOGIN,
    /// The cluster's nodes talk over it.
    CLUSTER,
    /// A file system or disk is at its other end.
    STORAGE
  }
}
