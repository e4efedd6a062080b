package dev.unhang.model.log;

/// Whether two lines of one boot speak of the same NIC, by the best name both bear: the address
/// stays while the interface is renamed.
public final class SameNic {
  private SameNic() {}

  /// Unnamed NICs are taken for the same: a log of one NIC is the common case.
  public static boolean is(LoggedNic one, LoggedNic other) {
    if (one.pci().isPresent() && other.pci().isPresent()) {
      return one.pci().equals(other.pci());
    }
    if (one.interfaceName().isPresent() && other.interfaceName().isPresent()) {
      return one.interfaceName().equals(other.interfaceName());
    }
    return one.driver().isEmpty()
        || other.driver().isEmpty()
        || one.driver().equals(other.driver());
  }
}
