package dev.unhang.app.manual;

/// What a shell can offer for an operand or an option's value, told by its label.
enum Operand {
  INTERFACE,
  FOLDER,
  FILE,
  SHELL,
  /// Nothing that a shell knows.
  OTHER;

  static Operand labelled(String label) {
    return switch (label) {
      case "IF" -> INTERFACE;
      case "DIR" -> FOLDER;
      case "FILE", "[HOST=]FILE", "SOURCE", "WHAT" -> FILE;
      case "SHELL" -> SHELL;
      default -> OTHER;
    };
  }
}
