package dev.unhang.app.json;

import dev.unhang.app.console.ExitCode;
import dev.unhang.app.text.JsonText;
import dev.unhang.model.change.Change;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.repair.Repair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a command did that may change a host: `unhang.fix/1`, `undo/1`, `confirm/1`, `recover/1`
/// and `ack/1`. It is filled in as the command goes on, and printed at its end.
public final class Deed {
  /// How it ended.
  public enum End {
    /// There is nothing to do.
    NOTHING("nothing"),
    /// What would be done was shown: `--dry-run`.
    SHOWN("shown"),
    /// A person said no.
    DECLINED("declined"),
    /// It was done, and read back or proved.
    DONE("done"),
    /// It was done for a while, and is rolled back automatically unless it is confirmed.
    ON_TRIAL("on-trial"),
    /// It was rolled back: because that was wanted, or because a step failed.
    TAKEN_BACK("taken-back"),
    /// It was done and did not help.
    NOT_CURED("not-cured");

    private final String word;

    End(String word) {
      this.word = word;
    }
  }

  private final String command;
  private End end = End.NOTHING;
  private Optional<InterfaceName> nic = Optional.empty();
  private Optional<Change> change = Optional.empty();
  private Optional<UnhangException> because = Optional.empty();
  private final List<Json.Part> parts = new ArrayList<>();

  /// @param command its name, which is that of the schema too
  public Deed(String command) {
    this.command = command;
  }

  public Deed of(InterfaceName about) {
    nic = Optional.of(about);
    return this;
  }

  public Deed end(End how) {
    end = how;
    return this;
  }

  /// The ledger's entry.
  public Deed change(Change entry) {
    change = Optional.of(entry);
    nic = Optional.of(entry.nic());
    return this;
  }

  /// How carrying out a plan ended.
  public Deed ended(Repair.Outcome outcome) {
    change(outcome.change());
    return switch (outcome) {
      case Repair.Outcome.Done done -> end(End.DONE);
      case Repair.Outcome.OnTrial tried -> end(End.ON_TRIAL);
      case Repair.Outcome.TakenBack back -> {
        because = Optional.of(back.because());
        yield end(End.TAKEN_BACK);
      }
    };
  }

  /// Fields that are this command's own.
  public Deed with(Json.Part part) {
    parts.add(part);
    return this;
  }

  /// The whole document.
  public JsonText document(ExitCode exit) {
    return Json.document(json -> {
      json.string("schema", "unhang." + command + "/1")
          .string("interface", nic.map(InterfaceName::value))
          .string("outcome", end.word)
          .number("exit", exit.status());
      change.ifPresentOrElse(
          entry -> json.object("change", inner -> HistoryJson.change(inner, entry, entry.state())),
          () -> json.nothing("change"));
      because.ifPresentOrElse(
          failed -> json.object("because", inner -> ErrorJson.fields(inner, failed)),
          () -> json.nothing("because"));
      parts.forEach(part -> part.write(json));
    });
  }
}
