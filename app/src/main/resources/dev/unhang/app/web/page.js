"use strict";
// Keeps the page as the watch sees the host now: each second it sends how things stand. What the page showed when it was
// loaded stays readable without this.
(() => {
  const POINTS = 600;
  const SILENT_AFTER = 5000;
  const charts = new Map();
  const header = document.querySelector("header");
  const state = document.getElementById("state");
  const shown = document.getElementById("shown");
  let heard = Date.now();

  const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const units = ["", "k", "M", "G", "T"];
  const short = value => {
    if (value === null || value === undefined) return "-";
    let unit = 0;
    while (Math.abs(value) >= 1000 && unit < units.length - 1) { value /= 1000; unit++; }
    return (value >= 100 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)) + units[unit];
  };

  const time = (second, exact) => new Date(1000 * second).toLocaleTimeString("en-GB",
    exact ? { hour: "2-digit", minute: "2-digit", second: "2-digit" } : { hour: "2-digit", minute: "2-digit" });

  function axes(label) {
    const axis = { stroke: color("--grey"), grid: { stroke: color("--line"), width: 1 }, ticks: { show: false } };
    const clock = (_, all) => all.map(second => time(second, all.length > 1 && all[1] - all[0] < 60));
    return [{ ...axis, values: clock }, { ...axis, size: 56, values: (_, all) => all.map(short), label: label, labelSize: 14, labelGap: 0 }];
  }

  function plot(place, title, label, series, data) {
    const line = ([name, paint]) => ({ label: name, stroke: color(paint), width: 1.5, spanGaps: false,
      value: (_, value) => short(value) });
    return new uPlot({
      title: title, width: place.clientWidth, height: 180, pxAlign: false, cursor: { y: false },
      scales: { y: { range: (_, low, high) => [0, Math.max(high || 0, 1)] } },
      axes: axes(label), series: [{ label: "at", value: (_, second) => second === null ? "" : time(second, true) }, ...series.map(line)],
    }, data, place);
  }

  // Counters to rates; where the counter went back or time did, there is none.
  function rates(points, which) {
    return points.map((point, i) => {
      const before = points[i - 1];
      if (!before || point[which] === null || before[which] === null) return null;
      const seconds = (point.ms - before.ms) / 1000, bytes = point[which] - before[which];
      return seconds > 0 && seconds < 10 && bytes >= 0 ? 8 * bytes / seconds : null;
    });
  }

  const load = points => [points.map(p => p.ms / 1000), rates(points, "sent"), rates(points, "received")];
  const queue = points => [points.map(p => p.ms / 1000), points.map(p => p.inFlight)];

  function draw(section, points) {
    const old = charts.get(section.dataset.key);
    if (old) { old.load.destroy(); old.queue.destroy(); }
    const [first, second] = section.querySelectorAll(".chart");
    const chart = {
      points: points,
      load: plot(first, "throughput", "bit/s", [["sent", "--blue"], ["received", "--green"]], load(points)),
      queue: plot(second, "given to the driver, not yet sent", "bytes", [["waiting", "--red"]], queue(points)),
    };
    charts.set(section.dataset.key, chart);
    latest(chart);
  }

  // What is under the pointer, else what is newest.
  function latest(chart) {
    for (const each of [chart.load, chart.queue]) {
      if (each.cursor.left === undefined || each.cursor.left < 0) each.setLegend({ idx: chart.points.length - 1 }, false);
    }
  }

  function drawAll() {
    for (const section of document.querySelectorAll("section.nic")) {
      const chart = charts.get(section.dataset.key);
      if (chart) draw(section, chart.points);
    }
  }

  function accept(now) {
    heard = Date.now();
    state.textContent = now.state;
    header.className = now.mark;
    shown.textContent = "as of " + now.at;
    const known = new Set();
    for (const nic of now.nics) {
      const section = [...document.querySelectorAll("section.nic")].find(each => each.dataset.key === nic.key);
      if (!section) { location.reload(); return; }
      known.add(nic.key);
      section.className = "nic " + nic.mark;
      section.querySelector(".condition").textContent = nic.condition;
      const chart = charts.get(nic.key);
      if (chart && nic.sent !== null && now.ms > (chart.points.at(-1) || { ms: 0 }).ms) {
        chart.points.push({ ms: now.ms, sent: nic.sent, received: nic.received, inFlight: nic.inFlight });
        if (chart.points.length > POINTS) chart.points.shift();
        chart.load.setData(load(chart.points));
        chart.queue.setData(queue(chart.points));
        latest(chart);
      }
    }
    if (now.episodes !== document.body.dataset.episodes) location.reload();
  }

  setInterval(() => {
    if (Date.now() - heard > SILENT_AFTER) {
      header.className = "silent";
      state.textContent = "The watch does not answer. What is shown is old.";
    }
  }, 1000);

  fetch("recent.json").then(answer => answer.json()).then(recent => {
    for (const nic of recent.nics) {
      const section = [...document.querySelectorAll("section.nic")].find(each => each.dataset.key === nic.key);
      if (section) draw(section, nic.points);
    }
    new EventSource("live").onmessage = event => accept(JSON.parse(event.data));
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  let wide = innerWidth;
  addEventListener("resize", () => { if (innerWidth !== wide) { wide = innerWidth; drawAll(); } });
})();
