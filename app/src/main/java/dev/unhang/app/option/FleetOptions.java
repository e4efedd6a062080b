package dev.unhang.app.option;

import dev.unhang.app.console.Console;
import dev.unhang.app.source.Journals;
import dev.unhang.app.source.Threads;
import dev.unhang.fleet.inventory.Inventories;
import dev.unhang.fleet.inventory.Inventory;
import dev.unhang.logs.unpack.SourceStream;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Whom a command of the fleet asks, and how many at once: HOSTS, `--proxmox-cluster`,
/// `--parallel`, `--timeout`.
public final class FleetOptions {
  private static final String CLUSTER = "--proxmox-cluster";
  private static final String FILES = "--files";
  private static final String PARALLEL = "--parallel";
  private static final String TIMEOUT = "--timeout";

  private static final HostPath MEMBERS = new HostPath("/etc/pve/.members");

  /// Hosts that are asked mostly wait.
  private static final int WAITING = 32;

  /// Each has a process of ssh and its pipes.
  private static final int MAX_PARALLEL = 512;

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(3);

  private FleetOptions() {}

  public static CommandSpec add(CommandSpec spec) {
    return spec.addPositional(
            Spec.operand(
                "HOSTS", "0..*", "HOST,USER@HOST:PORT; a file with a host a line; an inventory"))
        .addOption(Spec.flag(CLUSTER, "the members of this Proxmox VE cluster"))
        .addOption(
            Spec.value(
                FILES, "DIR", "each file or folder in DIR is what one host left; asks no host"))
        .addOption(
            Spec.value(PARALLEL, "N", "so many hosts at once (32; of files as many as processors)"))
        .addOption(Spec.value(TIMEOUT, "180s", "how long a host may take"));
  }

  /// The folder of what many hosts left; empty where hosts are asked. Throws Usage where both are
  /// named.
  public static Optional<String> files(ParseResult arguments) {
    Optional<String> folder =
        Optional.of(arguments.matchedOptionValue(FILES, "")).filter(name -> !name.isEmpty());
    boolean asks =
        !Spec.operands(arguments).isEmpty()
            || Spec.has(arguments, CLUSTER)
            || Spec.has(arguments, TIMEOUT);
    if (folder.isPresent() && asks) {
      throw new Usage(
          FILES + " asks no host: leave HOSTS, " + CLUSTER + " and " + TIMEOUT + " out");
    }
    return folder;
  }

  /// Every host that is named, once. What of an inventory is not used is said.
  public static Inventory inventory(ParseResult arguments, HostView here, Console console) {
    List<Inventory> named = new ArrayList<>();
    if (Spec.has(arguments, CLUSTER)) {
      named.add(file(here, MEMBERS, MEMBERS.value()));
    }
    for (String word : Spec.operands(arguments)) {
      named.add(named(word, here));
    }
    if (named.isEmpty()) {
      throw new Usage(
          "fleet scan needs HOSTS: names with commas between them, a file, "
              + CLUSTER
              + ", or "
              + FILES);
    }
    Inventory inventory = Inventories.joined(named);
    for (List<Trouble> each : List.of(inventory.notUsed(), inventory.leftOut())) {
      each.forEach(trouble -> console.note("unhang: " + trouble));
    }
    if (inventory.hosts().isEmpty() && inventory.leftOut().isEmpty()) {
      throw new Usage("no host is named there");
    }
    return inventory;
  }

  /// A word with a comma is a list, an address by ssh:// a host; else what is there as a file is
  /// one.
  private static Inventory named(String word, HostView here) {
    if (word.indexOf(',') >= 0 || word.startsWith("ssh://")) {
      return Inventories.typed(word);
    }
    HostPath path = Journals.path(word);
    boolean isThere =
        here.attributes(path)
            .known()
            .filter(attributes -> attributes.kind() == FileAttributes.Kind.FILE)
            .isPresent();
    return isThere || word.indexOf('/') >= 0 ? file(here, path, word) : Inventories.typed(word);
  }

  private static Inventory file(HostView here, HostPath path, String name) {
    Reading<ByteSource> opened = here.open(path);
    ByteSource source =
        opened.known().orElseThrow(() -> unread(name, opened.whyNot().orElse("it is not there")));
    try (source;
        InputStream bytes = new SourceStream(source)) {
      byte[] text = bytes.readNBytes(Inventories.MAX_BYTES + 1);
      if (text.length > Inventories.MAX_BYTES) {
        throw unread(name, "it is longer than " + (Inventories.MAX_BYTES >> 20) + " MiB");
      }
      return Inventories.file(new Origin(name), new String(text, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw unread(name, String.valueOf(broken.getMessage()));
    }
  }

  private static CannotRead unread(String name, String why) {
    return new CannotRead("read " + name, "", why, "name hosts, or a file that lists them");
  }

  /// How many hosts are asked at once.
  public static int parallel(ParseResult arguments) {
    int usual = Spec.has(arguments, FILES) ? Threads.processors() : WAITING;
    return Math.toIntExact(NumberWords.option(arguments, PARALLEL, 1, MAX_PARALLEL).orElse(usual));
  }

  /// How long one host may take.
  public static Duration timeout(ParseResult arguments) {
    return SpanWords.option(arguments, TIMEOUT, Duration.ofSeconds(1), Duration.ofHours(1))
        .orElse(DEFAULT_TIMEOUT);
  }
}
