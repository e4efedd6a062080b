package dev.unhang.model.evidence;

/// Evidence that was given and that no answer rests on.
///
/// @param place the file, or where in it the output begins
/// @param what the file, or the command whose output it is
/// @param why no answer rests on it
public record Unused(Place place, String what, Why why) {
  /// Why evidence is not used.
  public enum Why {
    NOT_RECOGNISED("not-recognised", "not recognised"),
    EMPTY("empty", "is empty"),
    /// Its form is known, and nothing that is asked of a host is answered by it.
    NOT_NEEDED("not-needed", "recognised; no answer needs it"),
    /// The same command's output is there more than once.
    SAID_ALREADY("said-already", "another output of the same command was used"),
    OTHER_HOST("other-host", "is about another host"),
    /// Deeper in a folder only those files are read that lie as they did on the host.
    TOO_DEEP("too-deep", "lies in a folder below the one named");

    private final String word;
    private final String words;

    Why(String word, String words) {
      this.word = word;
      this.words = words;
    }

    /// As in JSON.
    public String word() {
      return word;
    }

    /// As on a screen.
    public String words() {
      return words;
    }
  }
}
