package dev.unhang.app.option;

import dev.unhang.app.source.Journals;
import dev.unhang.findings.witness.HostMap;
import dev.unhang.findings.witness.TargetLocation;
import dev.unhang.findings.witness.TargetLocator;
import dev.unhang.findings.witness.WitnessMap;
import dev.unhang.findings.witness.WitnessTarget;
import dev.unhang.hosts.outputs.TopologyDocument;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.ProbeTarget;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/// `--target`, `--map`, `--interval` and `--for`.
public final class WitnessOptions {
  /// A thread each, of which a machine has room for some thousands.
  static final int MAX_TARGETS = 1000;

  /// `nas=192.0.2.10`, `web=[2001:db8::1]:443`, `nas=192.0.2.10@guest 100`.
  private static final Pattern TARGET =
      Pattern.compile(
          "(?<name>[^=]{1,64})=(?:\\[(?<six>[0-9a-fA-F:.]{1,45})\\]|(?<four>[0-9.]{7,15})"
              + "|(?<bare>[0-9a-fA-F:.]{1,45}))(?<port>:\\d{1,5})?(?:@(?<seat>.{1,128}))?");

  private static final int MAX_PORT = 65_535;

  private final ParseResult arguments;
  private final HostView here;

  public WitnessOptions(ParseResult arguments, HostView here) {
    this.arguments = arguments;
    this.here = here;
  }

  /// The targets, seated on the maps.
  public WitnessMap map() {
    List<HostMap> maps = new ArrayList<>();
    for (String name : Spec.values(arguments, "--map")) {
      HostMap map = map(name);
      if (maps.stream().anyMatch(other -> other.host().equals(map.host()))) {
        throw new Usage("two maps of " + map.host() + ": call them apart with --map NAME=FILE");
      }
      maps.add(map);
    }
    TargetLocator seating = new TargetLocator(maps);
    List<String> words = Spec.values(arguments, "--target");
    if (words.isEmpty() || words.size() > MAX_TARGETS) {
      throw new Usage(
          "witness needs --target NAME=ADDR, once for each machine to watch, up to " + MAX_TARGETS);
    }
    List<WitnessTarget> targets = words.stream().map(each -> target(each, seating)).toList();
    Set<String> names = new HashSet<>();
    for (WitnessTarget target : targets) {
      if (!names.add(target.name())) {
        throw new Usage("two targets are called " + target.name());
      }
    }
    return new WitnessMap(maps, targets);
  }

  /// `pve-02=topology.json`, or a file that is called as its host is.
  private HostMap map(String words) {
    int equals = words.indexOf('=');
    String file = words.substring(equals + 1);
    String base = file.substring(file.lastIndexOf('/') + 1);
    String host = equals > 0 ? words.substring(0, equals) : base.replaceFirst("\\.json$", "");
    Reading<Content> content = here.read(Journals.path(file));
    Origin origin = new Origin(file);
    Reading<Topology> topology =
        content.known().isPresent()
            ? TopologyDocument.read(origin, content.known().get())
            : content.map(
                none -> new Topology(List.of(), List.of(), List.of(), List.of(), List.of()));
    return new HostMap(
        host,
        topology
            .known()
            .orElseThrow(() ->
                new CannotRead(
                    "read the map " + file,
                    "",
                    topology.whyNot().orElse("it is not there"),
                    "make it on the host: unhang topology --json > " + host + ".json")));
  }

  private static WitnessTarget target(String words, TargetLocator seating) {
    Matcher parts = TARGET.matcher(words);
    if (!parts.matches()) {
      throw wrong(words);
    }
    String bare = parts.group("four") == null ? parts.group("bare") : parts.group("four");
    IpAddress address =
        IpAddress.parse(parts.group("six") == null ? bare : parts.group("six"))
            .orElseThrow(() -> wrong(words));
    String name = parts.group("name");
    ProbeTarget probe = new ProbeTarget(address, port(parts.group("port"), words));
    String seat = parts.group("seat");
    return new WitnessTarget(
        name, probe, seat == null ? seating.of(name, address) : Optional.of(seat(seat, seating)));
  }

  private static Usage wrong(String words) {
    return new Usage(
        "--target takes NAME=ADDR, NAME=ADDR:PORT or NAME=[ADDR]:PORT, and @ELEMENT behind it;"
            + " names are not looked up, since name servers go dark too; not "
            + words);
  }

  private static OptionalInt port(String text, String words) {
    if (text == null) {
      return OptionalInt.empty();
    }
    int port = Integer.parseInt(text.substring(1));
    if (port < 1 || port > MAX_PORT) {
      throw wrong(words);
    }
    return OptionalInt.of(port);
  }

  private static TargetLocation seat(String words, TargetLocator seating) {
    List<TargetLocation> seats = seating.named(words);
    if (seats.size() != 1) {
      throw new Usage(
          seats.isEmpty()
              ? "no map has " + words
              : words + " may be " + seats + ": say which with @HOST/ELEMENT");
    }
    return seats.getFirst();
  }

  /// A span of time; empty where the option is not there.
  public Optional<Duration> span(String option, Duration least, Duration most) {
    return SpanWords.option(arguments, option, least, most);
  }
}
