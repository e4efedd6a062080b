package dev.unhang.lab;

/// One story about unhang and a machine that hangs. It returns when all it promises was seen, and
/// throws [CheckFailed] when something was not.
public interface Scenario {

  /// The name given to `lab/run`.
  String name();

  /// What is proved when it passes, in one sentence.
  String promise();

  /// Plays it.
  void play(Stage stage);
}
