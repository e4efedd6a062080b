package dev.unhang.model.net;

import dev.unhang.model.log.LoggedMachine;
import java.util.Optional;

/// What kind of machine a host is, and which kernel it runs. What was not read is empty.
///
/// @param kernel release, as `uname -r` prints it
/// @param vendor of the system, `Dell Inc.`
/// @param product `OptiPlex 7010`
/// @param biosVersion `A29`
/// @param biosDate as the BIOS prints it, `06/28/2018`
///
///   Kernel: drivers/firmware/dmi-id.c (v6.1). Man: dmidecode(8), uname(1)
public record Machine(
    Optional<String> kernel,
    Optional<String> vendor,
    Optional<String> product,
    Optional<String> biosVersion,
    Optional<String> biosDate) {
  /// A machine of which nothing was read.
  public static final Machine UNREAD =
      new Machine(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// The same with the kernel that a log tells, where the machine itself was not asked.
  public Machine or(LoggedMachine logged) {
    return kernel.isPresent()
        ? this
        : new Machine(logged.kernel(), vendor, product, biosVersion, biosDate);
  }
}
