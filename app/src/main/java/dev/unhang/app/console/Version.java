package dev.unhang.app.console;

/// Which version this is, from the jar's manifest.
public final class Version {
  private Version() {}

  /// `0.1.0-SNAPSHOT`; `unpackaged` when run from classes.
  public static String of() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
