"""The categories of Apple Podcasts, by which every app sorts: its list since 2019, to the letter."""

from collections.abc import Mapping

from macros.catalogue.problems import listed, shown, suggestion

CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "Arts": ("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
    "Business": ("Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"),
    "Comedy": ("Comedy Interviews", "Improv", "Stand-Up"),
    "Education": ("Courses", "How To", "Language Learning", "Self-Improvement"),
    "Fiction": ("Comedy Fiction", "Drama", "Science Fiction"),
    "Government": (),
    "Health & Fitness": (
        *("Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"),
    ),
    "History": (),
    "Kids & Family": ("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
    "Leisure": (
        *("Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies"),
        *("Home & Garden", "Video Games"),
    ),
    "Music": ("Music Commentary", "Music History", "Music Interviews"),
    "News": (
        *("Business News", "Daily News", "Entertainment News", "News Commentary", "Politics"),
        *("Sports News", "Tech News"),
    ),
    "Religion & Spirituality": (
        *("Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"),
    ),
    "Science": (
        *("Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics"),
        *("Natural Sciences", "Nature", "Physics", "Social Sciences"),
    ),
    "Society & Culture": (
        *("Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"),
    ),
    "Sports": (
        *("Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey"),
        *("Rugby", "Running", "Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness"),
        "Wrestling",
    ),
    "TV & Film": ("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"),
    "Technology": (),
    "True Crime": (),
}  # fmt: skip
"""Every category with its subcategories."""

_PARENTS = {sub: category for category, subs in CATEGORIES.items() for sub in subs}


def category_fault(category: str) -> str | None:
    """Give what is wrong with a category, in Dutch; None when Apple knows it."""
    if category in CATEGORIES:
        return None
    if parent := _PARENTS.get(category):
        return (
            f"{shown(category)} is een subrubriek van Apple. "
            f"Schrijf category: {parent}, en subcategory: {category}."
        )
    near = suggestion(category, (*CATEGORIES, *_PARENTS))
    return (
        f"de rubriek {shown(category)} kent Apple niet.{near} Neem er een over, met dezelfde "
        f"hoofdletters: {listed(CATEGORIES)}."
    )


def subcategory_fault(category: str, subcategory: str) -> str | None:
    """Give what is wrong with a subcategory, in Dutch; None when Apple has it in this category."""
    if category not in CATEGORIES or subcategory in CATEGORIES[category]:
        return None  # of a category that is wrong nothing can be said
    if not CATEGORIES[category]:
        other = f" Of kies category: {_PARENTS[subcategory]}." if subcategory in _PARENTS else ""
        return f"de rubriek {shown(category)} heeft geen subrubrieken. Haal dit veld weg.{other}"
    if parent := _PARENTS.get(subcategory):
        return (
            f"{shown(subcategory)} hoort bij de rubriek {shown(parent)}, niet bij "
            f"{shown(category)}. Kies een andere category of subcategory."
        )
    near = suggestion(subcategory, CATEGORIES[category])
    return (
        f"de subrubriek {shown(subcategory)} kent Apple niet.{near} "
        f"Kies uit: {listed(CATEGORIES[category])}."
    )
