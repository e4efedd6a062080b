package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.id.SourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was met while one text was read, and how its reading ends because of it.
final class Notes {
  /// This source's name.
  static final SourceId ID = new SourceId("pasted-output");

  /// Enough to tell what is wrong, without repeating the text.
  private static final int MAX = 20;

  /// Longer lines are shown by their beginning.
  private static final int SHOWN = 60;

  private final PastedText text;
  private final List<Trouble> troubles = new ArrayList<>();
  private @Nullable ErrorLine error;

  Notes(PastedText text) {
    this.text = text;
  }

  /// Something is wrong with a line.
  void trouble(int line, String what) {
    if (troubles.size() < MAX) {
      troubles.add(new Trouble(text.place(line), what));
    }
  }

  /// A line that this output doesn't have. A blank one says nothing; an error says why something is
  /// missing.
  void stray(int line) {
    String words = text.lines().get(line).strip();
    Optional<ErrorLine> said = ErrorLine.of(words);
    if (said.isPresent()) {
      error = error == null ? said.get() : error;
      trouble(line, "an error: " + shown(words));
    } else if (!words.isEmpty()) {
      trouble(line, "not understood: " + shown(words));
    }
  }

  /// The beginning of foreign text.
  static String shown(String words) {
    return words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…";
  }

  /// Ends with a value.
  <T> Reading<T> reading(T value) {
    return troubles.isEmpty()
        ? new Reading.Read<>(value, text.origin())
        : new Reading.Partly<>(value, troubles, text.origin());
  }

  /// Ends with a list; an empty one is no reading.
  <T> Reading<List<T>> readingOf(List<T> values, String what) {
    return values.isEmpty() ? nothing(what) : reading(List.copyOf(values));
  }

  /// Ends without a value: because of the error that was printed in its place, or because nothing
  /// made sense.
  ///
  /// @param what was looked for
  <T> Reading<T> nothing(String what) {
    if (error != null) {
      return new Reading.Absent<>(ID, error.why(), text.origin() + ": " + error.words());
    }
    return new Reading.Unreadable<>(
        new Trouble(new Place.Whole(text.origin()), what + " not found in it"), text.origin());
  }
}
