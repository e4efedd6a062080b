package dev.unhang.app.page;

/// How doctor's page looks: on a desk, on a phone, in the dark, and printed on A4. Evidence wraps;
/// drawings scroll and keep their size; colours are never the only mark.
final class PageStyle {
  static final String TEXT =
      """
      :root { color-scheme: light dark; --ink: #1b1f24; --page: #ffffff; --soft: #f2f4f7;
        --line: #d0d7de; --red: #c62828; --green: #1a7f37; --blue: #1d4f91; --grey: #57606a;
        --amber: #9a6700; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --page: #0d1117;
        --soft: #161b22; --line: #30363d; --red: #ff7b72; --green: #56d364; --blue: #79b8ff;
        --grey: #8b949e; --amber: #d29922; } }
      * { box-sizing: border-box; }
      body { font: 15px/1.5 "DejaVu Sans", Verdana, sans-serif; color: var(--ink);
        background: var(--page); max-width: 1000px; margin: 1.5em auto; padding: 0 1em;
        overflow-wrap: anywhere; }
      header { border-left: 6px solid var(--amber); background: var(--soft);
        padding: .6em 1em; }
      header.hung, header.lost, header.hung-before { border-color: var(--red); }
      header.clear, header.answered { border-color: var(--green); }
      header.unknown { border-color: var(--grey); }
      header p { color: var(--grey); font-size: 13px; margin: .4em 0 0; }
      h1 { font-size: 1.2em; line-height: 1.35; margin: 0; }
      h2 { font-size: 1.1em; margin: 1.8em 0 .5em; }
      pre { font-family: "DejaVu Sans Mono", monospace; font-size: 13px;
        white-space: pre-wrap; background: var(--soft); padding: .5em .8em; margin: .3em 0; }
      pre.command { border: 1px solid var(--ink); user-select: all; cursor: copy; }
      .card { border-left: 4px solid var(--line); padding: .2em 1em; margin: 1em 0; }
      .certain { border-color: var(--red); } .likely { border-color: var(--blue); }
      .answered { border-color: var(--green); } .advice { border-color: var(--ink); }
      .card p { margin: .3em 0; }
      .word { color: var(--grey); } .place, .legend { color: var(--grey); font-size: 13px; }
      details { border: 1px solid var(--line); padding: .4em 1em; margin: 1em 0; }
      summary { cursor: pointer; }
      table { border-collapse: collapse; } td, th { border: 1px solid var(--line);
        padding: .25em .7em; text-align: left; }
      .drawing { overflow-x: auto; }
      .drawing svg { min-width: 640px; }
      svg.timeline { width: 100%; height: auto; }
      svg.timeline text { fill: currentColor; font-size: 13px; }
      svg.timeline rect { stroke: none; }
      svg.timeline .boot { fill: var(--line); } svg.timeline .hang { fill: var(--red); }
      @page { size: A4; margin: 15mm; }
      @media print { :root { color-scheme: light; --ink: #000000; --page: #ffffff;
          --soft: #f2f4f7; --line: #d0d7de; --grey: #424a53; }
        body { font-size: 10pt; max-width: none; margin: 0; padding: 0; }
        .card, header, svg { break-inside: avoid; } h2 { break-after: avoid; }
        .drawing svg { min-width: 0; max-width: 100%; height: auto; } }
      """;

  private PageStyle() {}
}
