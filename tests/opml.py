"""What the OPML 2.0 specification asks of a file of subscriptions, each breach a sentence."""

from xml.etree import ElementTree


def opml_problems(content: bytes) -> list[str]:
    """What is wrong with the file; nothing when a reader of feeds can import it."""
    root = ElementTree.fromstring(content)
    problems = []
    if root.tag != "opml" or root.get("version") != "2.0":
        problems.append('The root is <opml version="2.0">.')
    if [child.tag for child in root] != ["head", "body"]:
        problems.append("It holds one <head>, then one <body>.")
    if len(root.findall("head/title")) != 1:
        problems.append("The head has a title.")
    outlines = list(root.iter("outline"))
    if not root.findall("body/outline"):
        problems.append("The body holds one outline at least.")
    problems += [f"No text: {each.attrib}" for each in outlines if not each.get("text")]
    subscribed = [each for each in outlines if each.get("type") == "rss"]
    problems += [f"No xmlUrl: {each.attrib}" for each in subscribed if not each.get("xmlUrl")]
    return problems
