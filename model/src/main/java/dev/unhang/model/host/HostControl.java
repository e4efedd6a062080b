package dev.unhang.model.host;

import java.util.List;

/// Everything that changes a host. Only [dev.unhang.model.change.ChangeLedger] entries made
/// beforehand may lead here.
///
/// Every method throws an [dev.unhang.model.error.UnhangException] when the host refuses.
public interface HostControl {
  /// Replaces a file's content as a whole: after a crash at any instant it is the old or the new
  /// one. Owner, mode and extended attributes stay; a symbolic link stays one.
  ///
  /// Throws CannotChange where the file no longer holds `edit.before()`.
  void replaceFile(FileEdit edit);

  /// Makes a file, a folder or a link where nothing is. After a crash at any instant it is there
  /// whole, or not there.
  ///
  /// Throws CannotChange where something is there already, or the folder above is not.
  void make(HostPath path, Entry entry);

  /// Takes away what was made.
  ///
  /// Throws CannotChange where it is not any more what was made, or a folder holds something.
  void remove(HostPath path, Entry entry);

  /// Gives the kernel an order. That it was accepted does not say that it took: read it back.
  void order(KernelOrder order);

  /// Runs a program to its end.
  ///
  /// Throws CannotChange where it fails, with what it said.
  void run(Command command);

  /// Starts a program that outlives this process, its terminal and its session. Nothing hears what
  /// it says but the journal. Where systemd runs, it is started again when it is killed.
  ///
  /// @param name a unit's, where systemd runs: `unhang-trial-3`
  ///
  ///   Throws CannotChange where it can't be started.
  void detach(String name, List<String> argv);

  /// Starts a program; its standard output goes to the sink from another thread.
  Running start(Command command, ByteSink out);
}
