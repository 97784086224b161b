namespace Pipeline.Host.Tests.Web;

/// <summary>What a program can see of accessibility: names of controls, unique ids, contrast.</summary>
internal static class Accessibility
{
    /// <summary>A script that lists the faults of the page; contrast by WCAG 2.2, 4.5 to 1, and 3 to 1 for large text.</summary>
    public const string Faults =
        """
        () => {
          const faults = [];
          const seen = new Set();
          for (const node of document.querySelectorAll('[id]')) {
            if (seen.has(node.id)) faults.push('id twice: ' + node.id);
            seen.add(node.id);
          }
          const visible = node => node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
          for (const node of document.querySelectorAll('button, a[href], input, select, textarea')) {
            if (!node.checkVisibility()) continue;
            const name = node.getAttribute('aria-label') || [...(node.labels ?? [])].map(l => l.textContent).join('') || node.textContent;
            if (!name.trim()) faults.push('no name: ' + node.outerHTML.slice(0, 90));
          }
          const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
          const rgba = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); const d = canvas.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
          const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
          const ground = node => {
            const layers = [];
            for (let at = node; at; at = at.parentElement) { const c = rgba(getComputedStyle(at).backgroundColor); layers.push(c); if (c[3] === 1) break; }
            return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255, 1]);
          };
          const light = c => { const f = c.slice(0, 3).map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * f[0] + 0.7152 * f[1] + 0.0722 * f[2]; };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const node = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !visible(node) || node.closest('.sr, .skip, svg, noscript, [aria-hidden=true]')) continue;
            const style = getComputedStyle(node), under = ground(node), ink = over(rgba(style.color), under);
            const [high, low] = [light(ink), light(under)].sort((a, b) => b - a);
            const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
            const ratio = (high + 0.05) / (low + 0.05);
            if (ratio < (large ? 3 : 4.5)) faults.push(`contrast ${ratio.toFixed(2)}: ${walker.currentNode.data.trim().slice(0, 20)} (${node.className})`);
          }
          return [...new Set(faults)];
        }
        """;
}
