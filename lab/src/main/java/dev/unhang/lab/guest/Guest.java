package dev.unhang.lab.guest;

import dev.unhang.lab.LabBroken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A place in the running machine where commands are run: the host itself, or one of its guests.
///
/// @param agent runs them
/// @param prefix what is put before each command; empty for the host itself
/// @param transcript gets every command and its outcome
public record Guest(GuestAgent agent, List<String> prefix, Path transcript) {

  private static final Duration USUAL_BOUND = Duration.ofSeconds(60);

  /// Copies the list.
  public Guest {
    prefix = List.copyOf(prefix);
  }

  /// One of the stand-ins for a virtual machine, by its name.
  public Guest inside(String name) {
    return new Guest(agent, List.of("ip", "netns", "exec", name), transcript);
  }

  /// Runs a command that takes no longer than a minute.
  public Outcome run(String... argv) {
    return run(USUAL_BOUND, argv);
  }

  /// Runs a command within a bound, whatever its exit status.
  public Outcome run(Duration bound, String... argv) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(List.of(argv));
    Outcome outcome = agent.run(bound, whole);
    try {
      Files.writeString(
          transcript, outcome.transcript(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return outcome;
  }

  /// Runs a command that belongs to the lab, not to what is tested.
  ///
  /// @return its standard output
  /// @throws LabBroken unless it ends with status 0
  public String must(String... argv) {
    Outcome outcome = run(argv);
    if (!outcome.ok()) {
      throw new LabBroken("in the guest:\n" + outcome.transcript(), "see guest.log");
    }
    return outcome.out();
  }

  /// Whether an address answers a ping within two seconds.
  public boolean reaches(String address) {
    return run("ping", "-c", "1", "-W", "2", address).ok();
  }

  /// The kernel's log of this boot.
  public KernelLog kernelLog() {
    return new KernelLog(must("dmesg"));
  }
}
