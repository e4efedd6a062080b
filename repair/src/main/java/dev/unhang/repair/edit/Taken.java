package dev.unhang.repair.edit;

import dev.unhang.model.evidence.Content;
import java.util.List;

/// A file out of which the lines of one edit were taken again.
///
/// @param content what the file would hold
/// @param notes what is not there any more, or can't be restored
public record Taken(Content content, List<String> notes) {
  public Taken {
    notes = List.copyOf(notes);
  }
}
