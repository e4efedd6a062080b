package dev.unhang.hosts.outputs;

/// Text that ends in brackets: `Ethernet controller [0200]`.
///
/// @param before stripped
/// @param inside empty where it doesn't end so
record Bracketed(String before, String inside) {
  static Bracketed of(String text) {
    String whole = text.strip();
    int open = whole.lastIndexOf('[');
    return open >= 0 && whole.endsWith("]")
        ? new Bracketed(
            whole.substring(0, open).strip(), whole.substring(open + 1, whole.length() - 1))
        : new Bracketed(whole, "");
  }
}
