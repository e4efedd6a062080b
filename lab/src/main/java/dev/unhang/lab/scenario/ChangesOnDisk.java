package dev.unhang.lab.scenario;

import dev.unhang.lab.LabBroken;
import dev.unhang.lab.guest.Guest;
import java.util.ArrayList;
import java.util.List;

/// How far each change got, as its file below /var/lib/unhang/changes says: the last state in it.
/// Read without unhang, which is what is judged, and without its words, which are for people.
///
/// @param all in the order of their numbers
record ChangesOnDisk(List<One> all) {

  /// What a change without a line of state is: entered, and no more is known.
  static final String BEGUN = "BEGUN";

  static final String DONE = "DONE";
  static final String UNDOING = "UNDOING";
  static final String UNDONE = "UNDONE";

  private static final String FOLDER = "/var/lib/unhang/changes";

  /// @param number as `unhang undo` takes it
  /// @param state the last one that was written whole
  record One(String number, String state) {}

  static ChangesOnDisk of(Guest host) {
    String lines =
        host.must(
            "sh",
            "-c",
            "for file in "
                + FOLDER
                + "/[0-9]*; do [ -e \"$file\" ] || continue; printf '%s ' \"${file##*/}\"; sed -n"
                + " 's/^{\"state\":\"\\([A-Z_]*\\)\",.*}$/\\1/p' \"$file\" | tail -n 1 | grep . ||"
                + " echo "
                + BEGUN
                + "; done");
    List<One> all = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      String[] words = line.split(" ");
      if (words.length != 2) {
        throw new LabBroken("not a change and its state: " + line, "look into " + FOLDER);
      }
      all.add(new One(words[0].replaceFirst("^0+", ""), words[1]));
    }
    return new ChangesOnDisk(List.copyOf(all));
  }

  /// Those in this state.
  List<One> in(String state) {
    return all.stream().filter(each -> each.state().equals(state)).toList();
  }

  /// The newest; the state of one that is not there is empty.
  One last() {
    return all.isEmpty() ? new One("0", "") : all.getLast();
  }
}
