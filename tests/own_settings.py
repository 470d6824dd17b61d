"""What a browser sees of a page that a reader set in a way of their own."""

FAULTS = """() => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(`* {
        line-height: 1.5 !important;
        letter-spacing: .12em !important;
        word-spacing: .16em !important;
    }
    p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, spacing];
    for (const part of document.querySelectorAll("details")) part.open = true;

    const short = element => element.outerHTML.slice(0, 120);
    const all = [...document.body.querySelectorAll("*")];
    // What only a screen reader says is a dot that is cut off on purpose.
    const spoken = new Set(all.filter(element => getComputedStyle(element).clipPath !== "none"));
    const isSpoken = element => element && (spoken.has(element) || isSpoken(element.parentElement));
    const seen = all.filter(
        element => element.checkVisibility({visibilityProperty: true}) && !isSpoken(element));
    const style = new Map(seen.map(element => [element, getComputedStyle(element)]));
    // What cuts off hides what is wider or higher than it; what scrolls does not.
    const cuts = way => way === "hidden" || way === "clip";
    const scrolls = element => {
        for (let box = element; box; box = box.parentElement)
            if (["auto", "scroll"].includes(style.get(box)?.overflowX)) return true;
        return false;
    };
    const cutOff = seen.filter(element => {
        const look = style.get(element);
        const within = element.matches("svg, svg *, audio, select, input, textarea");
        if (within || !element.innerText?.trim()) return false;
        if (cuts(look.overflowX) && element.scrollWidth > element.clientWidth + 1) return true;
        if (cuts(look.overflowY) && element.scrollHeight > element.clientHeight + 1) return true;
        return [...element.childNodes].some(node => {
            if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) return false;
            const words = document.createRange();
            words.selectNodeContents(node);
            const {left, right} = words.getBoundingClientRect();
            return (left < -1 || right > innerWidth + 1) && !scrolls(element);
        });
    });

    const moves = seen.filter(element => {
        const look = style.get(element);
        return look.animationName !== "none" || look.scrollBehavior === "smooth"
            || look.transitionDuration.split(", ").some(time => parseFloat(time) > 0.001);
    });
    const running = document.getAnimations().map(motion => String(motion.effect?.target?.outerHTML));

    // A control without an edge is a word that nobody knows to be a control.
    const clear = ["rgba(0, 0, 0, 0)", "transparent"];
    const hasEdge = element => {
        const look = getComputedStyle(element);
        const sides = ["Top", "Right", "Bottom", "Left"].some(side =>
            look[`border${side}Style`] !== "none" && parseFloat(look[`border${side}Width`]) >= 1
            && !clear.includes(look[`border${side}Color`])
            && look[`border${side}Color`] !== getComputedStyle(document.body).backgroundColor);
        return sides || look.textDecorationLine.includes("underline")
            || (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 1);
    };
    const controls = seen.filter(element => element.matches("button, select, textarea, "
        + "input:not([type=checkbox], [type=radio], [type=range]), .button"));
    const edgeless = controls.filter(element => !hasEdge(element) && !hasEdge(element.parentElement));

    const ringless = [];
    const stops = seen.filter(element => element.tabIndex >= 0 && !element.disabled
        && element.matches("a[href], button, input, select, textarea, summary, [tabindex], audio"));
    for (const element of stops) {
        element.focus({preventScroll: true});
        if (document.activeElement !== element) continue;
        let ring = false;
        for (let box = element; box && !ring; box = box.parentElement) {
            const look = getComputedStyle(box);
            ring = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2
                && !clear.includes(look.outlineColor);
        }
        if (!ring) ringless.push(element);
    }
    return {
        "wider than the screen": Math.max(0, document.documentElement.scrollWidth - innerWidth),
        "cut off": cutOff.map(short),
        "moves": [...moves.map(short), ...running],
        "without an edge": edgeless.map(short),
        "without a ring": ringless.map(short),
    };
}"""
"""Gives what is wrong with the page as it stands; it opens what is folded and spaces out the words.

The spacing is that of WCAG 2.2, 1.4.12. It wants a keyboard to have been used, in forced colours.
"""
