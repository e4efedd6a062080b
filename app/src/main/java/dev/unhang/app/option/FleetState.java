package dev.unhang.app.option;

import dev.unhang.app.json.FleetJson;
import dev.unhang.app.source.Journals;
import dev.unhang.fleet.scan.HostResult;
import dev.unhang.fleet.scan.HostState;
import dev.unhang.linux.file.ResultFile;
import dev.unhang.logs.unpack.SourceStream;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.error.Malformed;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.HostView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// What a scan has found so far, in a file: `--state FILE`, and `--resume` to go on with it. The
/// file is replaced whole every few seconds and at the end: a scan that is killed loses those
/// seconds.
public final class FleetState {
  private static final String STATE = "--state";
  private static final String RESUME = "--resume";
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int LONGEST_LINE = 1 << 20;

  private final Optional<String> file;
  private final Clocks clocks;
  private final List<HostResult> results = new ArrayList<>();
  private Duration written;

  private FleetState(Optional<String> file, Clocks clocks) {
    this.file = file;
    this.clocks = clocks;
    this.written = clocks.monotonic();
  }

  public static CommandSpec add(CommandSpec spec) {
    return spec.addOption(Spec.value(STATE, "FILE", "what is found is kept there"))
        .addOption(Spec.flag(RESUME, "go on from there: hosts that hang or are clean are done"));
  }

  /// Opens it. Throws Usage where a former scan's results would be lost, or there are none to go on
  /// from.
  public static FleetState of(ParseResult arguments, HostView here, Clocks clocks) {
    String name = arguments.matchedOptionValue(STATE, "");
    boolean resumes = Spec.has(arguments, RESUME);
    if (name.isEmpty() && resumes) {
      throw new Usage("--resume goes on from a file: name it by --state FILE");
    }
    FleetState state = new FleetState(Optional.of(name).filter(each -> !each.isEmpty()), clocks);
    if (name.isEmpty()) {
      return state;
    }
    boolean isThere = here.attributes(Journals.path(name)).known().isPresent();
    if (resumes) {
      state.read(here, name);
    } else if (isThere) {
      throw new Usage(
          name + " is there already: go on from it with --resume, or name another file");
    }
    return state;
  }

  private void read(HostView here, String name) {
    Reading<ByteSource> opened = here.open(Journals.path(name));
    ByteSource bytes =
        opened
            .known()
            .orElseThrow(() ->
                new CannotRead(
                    "go on from " + name,
                    "",
                    opened.whyNot().orElse("it is not there"),
                    "begin without --resume"));
    int number = 0;
    try (ByteSource source = bytes;
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new SourceStream(source), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.length() > LONGEST_LINE) {
          throw new IllegalArgumentException("too long");
        }
        HostResult result = FleetJson.read(line);
        if (result.state() != HostState.NOT_KNOWN) {
          results.add(result);
        }
      }
    } catch (IllegalArgumentException none) {
      throw new Malformed(
          name, number, "this is no result of a scan", "begin anew, with another file");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Those that are done: they are not asked again.
  public List<HostResult> results() {
    return List.copyOf(results);
  }

  /// Takes one more.
  public void add(HostResult result) {
    results.add(result);
    if (clocks.monotonic().minus(written).compareTo(EVERY) > 0) {
      write();
    }
  }

  /// Brings all of it to disk.
  public void write() {
    file.ifPresent(name ->
        ResultFile.write(
            name,
            out -> {
              for (HostResult result : results) {
                String line = FleetJson.host(result).text() + "\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
              }
            }));
    written = clocks.monotonic();
  }
}
