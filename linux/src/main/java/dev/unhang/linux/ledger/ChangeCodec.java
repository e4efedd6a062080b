package dev.unhang.linux.ledger;

import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.StepId;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.plan.Action;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A change as one line of JSON, and back. File contents are base64: they need not be text.
final class ChangeCodec {
  private static final JsonFactory JSON = new JsonFactory();

  private ChangeCodec() {}

  static String line(Change change) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("schema", "unhang.change/1");
      json.writeNumberProperty("number", change.number());
      json.writeStringProperty("begun", change.begun().toString());
      json.writeStringProperty("nic", change.nic().value());
      if (change.pci().isPresent()) {
        json.writeStringProperty("pci", change.pci().get().value());
      }
      if (change.boot().isPresent()) {
        json.writeStringProperty("boot", change.boot().get().value());
      }
      json.writeStringProperty("title", change.title());
      json.writeStringProperty("first", change.state().name());
      json.writeName("actions");
      json.writeStartArray();
      for (Action action : change.actions()) {
        write(json, action);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void write(JsonGenerator json, Action action) {
    json.writeStartObject();
    switch (action) {
      case Action.SwitchOffload offload -> {
        json.writeStringProperty("do", "switch-offload");
        json.writeStringProperty("nic", offload.nic().value());
        json.writeStringProperty("group", offload.group().shortName());
        json.writeStringProperty("members", String.join(" ", offload.members()));
        json.writeStringProperty("value", offload.on() ? "on" : "off");
      }
      case Action.AcknowledgeHangs hangs -> {
        json.writeStringProperty("do", "acknowledge-hangs");
        json.writeStringProperty("nic", hangs.nic().value());
        json.writeStringProperty("value", hangs.dealtWith() ? "on" : "off");
      }
      case Action.Tune tune -> {
        json.writeStringProperty("do", "tune");
        json.writeStringProperty("nic", tune.nic().value());
        json.writeStringProperty("from", TuningCodec.text(tune.from()));
        json.writeStringProperty("to", TuningCodec.text(tune.to()));
      }
      case Action.MakeEntry made -> {
        json.writeStringProperty("do", "make-entry");
        json.writeStringProperty("path", made.path().value());
        switch (made.entry()) {
          case Entry.NewFile file -> json.writeStringProperty("file", base64(file.content()));
          case Entry.Folder folder -> json.writeStringProperty("folder", "");
          case Entry.Link link -> json.writeStringProperty("link", link.target());
        }
        json.writeStringProperty("value", made.present() ? "on" : "off");
      }
      case Action.Recover recover -> {
        json.writeStringProperty("do", "recover");
        json.writeStringProperty("rung", recover.rung().value());
        PortCodec.fields(recover.port()).forEach(json::writeStringProperty);
      }
      case Action.RebootHost reboot -> json.writeStringProperty("do", "reboot-host");
      case Action.Refresh refresh -> {
        json.writeStringProperty("do", "refresh");
        json.writeStringProperty("argv", String.join("\0", refresh.argv()));
      }
      case Action.WriteFile file -> {
        json.writeStringProperty("do", "write-file");
        json.writeStringProperty("path", file.edit().path().value());
        json.writeStringProperty("before", base64(file.edit().before()));
        json.writeStringProperty("after", base64(file.edit().after()));
      }
    }
    json.writeEndObject();
  }

  private static String base64(Content content) {
    return Base64.getEncoder().encodeToString(content.bytes());
  }

  /// Throws IllegalArgumentException or jackson's JacksonException where the line is no change.
  static Change read(String line) {
    Map<String, String> fields = new HashMap<>();
    List<Action> actions = new ArrayList<>();
    boolean whole = false;
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
      require(json.nextToken() == JsonToken.START_OBJECT, "an object");
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.START_ARRAY) {
          require(name.equals("actions"), "no other list than its actions");
          whole = true;
          while (json.nextToken() == JsonToken.START_OBJECT) {
            actions.add(action(strings(json)));
          }
          require(json.currentToken() == JsonToken.END_ARRAY, "nothing but actions");
        } else {
          fields.put(name, json.getString());
        }
      }
    }
    require(whole, "its actions");
    require("unhang.change/1".equals(fields.get("schema")), "a schema unhang.change/1");
    return new Change(
        Integer.parseInt(need(fields, "number")),
        Instant.parse(need(fields, "begun")),
        new InterfaceName(need(fields, "nic")),
        Optional.ofNullable(fields.get("pci")).map(PciAddress::new),
        Optional.ofNullable(fields.get("boot")).map(BootId::new),
        need(fields, "title"),
        actions,
        first(fields.getOrDefault("first", Change.State.BEGUN.name())));
  }

  /// A change is entered as one that is done, or as one that is tried.
  private static Change.State first(String name) {
    boolean tried = name.equals(Change.State.TO_BE_TRIED.name());
    require(tried || name.equals(Change.State.BEGUN.name()), "a first state, not " + name);
    return tried ? Change.State.TO_BE_TRIED : Change.State.BEGUN;
  }

  private static Map<String, String> strings(JsonParser json) {
    Map<String, String> fields = new HashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      fields.put(name, json.getString());
    }
    return fields;
  }

  private static Action action(Map<String, String> fields) {
    return switch (need(fields, "do")) {
      case "switch-offload" ->
          new Action.SwitchOffload(
              new InterfaceName(need(fields, "nic")),
              OffloadGroup.named(need(fields, "group")).orElseThrow(),
              List.of(need(fields, "members").split(" ")),
              isOn(need(fields, "value")));
      case "acknowledge-hangs" ->
          new Action.AcknowledgeHangs(
              new InterfaceName(need(fields, "nic")), isOn(need(fields, "value")));
      case "write-file" ->
          new Action.WriteFile(
              new FileEdit(
                  new HostPath(need(fields, "path")),
                  content(need(fields, "before")),
                  content(need(fields, "after"))));
      case "tune" ->
          new Action.Tune(
              new InterfaceName(need(fields, "nic")),
              TuningCodec.read(need(fields, "from")),
              TuningCodec.read(need(fields, "to")));
      case "make-entry" ->
          new Action.MakeEntry(
              new HostPath(need(fields, "path")), entry(fields), isOn(need(fields, "value")));
      case "recover" ->
          new Action.Recover(new StepId(need(fields, "rung")), PortCodec.read(fields));
      case "reboot-host" -> new Action.RebootHost();
      case "refresh" -> new Action.Refresh(List.of(need(fields, "argv").split("\0")));
      default -> throw new IllegalArgumentException("no action is called " + fields.get("do"));
    };
  }

  private static Entry entry(Map<String, String> fields) {
    if (fields.containsKey("file")) {
      return new Entry.NewFile(content(need(fields, "file")));
    }
    return fields.containsKey("folder") ? new Entry.Folder() : new Entry.Link(need(fields, "link"));
  }

  private static boolean isOn(String value) {
    require(value.equals("on") || value.equals("off"), "on or off, not " + value);
    return value.equals("on");
  }

  private static Content content(String base64) {
    return Content.of(Base64.getDecoder().decode(base64));
  }

  private static String need(Map<String, String> fields, String name) {
    String value = fields.get(name);
    require(value != null, "a field " + name);
    return String.valueOf(value);
  }

  private static void require(boolean there, String what) {
    if (!there) {
      throw new IllegalArgumentException("a change needs " + what);
    }
  }
}
