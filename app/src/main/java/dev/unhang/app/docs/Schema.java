package dev.unhang.app.docs;

import dev.unhang.model.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A JSON Schema of what a command prints for other programs: the very text of docs/schema.
///
/// @param name its file's, without `.json`: `doctor-1`
/// @param text the document
public record Schema(String name, String text) {
  private static final Pattern TITLE = Pattern.compile("(?m)^  \"title\": \"([^\"\\\\]*)\"");
  private static final String VERSIONS = "-\\d+";

  /// All of them, by their names.
  public static List<Schema> all() {
    return Table.read(Schema.class, "schemas.tsv", 1).rows().stream()
        .map(List::getFirst)
        .map(name -> new Schema(name, Resource.text("schema/" + name + ".json").orElseThrow()))
        .toList();
  }

  /// The one a person means: by its name (`doctor-1`), by the command (`doctor`), or by what the
  /// key `schema` of a document says (`unhang.doctor/1`). Empty where there is none.
  public static Optional<Schema> named(String word) {
    String name = word.replaceFirst("^unhang\\.", "").replace('/', '-');
    List<Schema> all = all();
    return all.stream()
        .filter(each -> each.name.equals(name))
        .findFirst()
        .or(() ->
            all.stream()
                .filter(each -> each.name.replaceFirst(VERSIONS, "").equals(name))
                .reduce((older, newer) -> newer));
  }

  /// What it describes.
  public String title() {
    Matcher title = TITLE.matcher(text);
    return title.find() ? title.group(1) : name;
  }
}
