"""The words of the catalogue's enumerations, as message ids."""

from parkdir.i18n import N_

STATUS = {
    "built": N_("Built"),
    "partly_in_use": N_("Partly in use"),
    "under_construction": N_("Under construction"),
    "planned": N_("Planned"),
    "suspended": N_("Suspended"),
    "closed": N_("Converted or closed"),
}
VERIFICATION = {
    "excerpted": N_("Excerpted, not checked"),
    "by_phone": N_("Confirmed by phone"),
    "by_document": N_("Checked against document"),
    "by_park": N_("Confirmed by the park"),
}
CURRENCY = {"current": N_("Current"), "due": N_("Due for renewal"), "overdue": N_("Overdue")}
SECOND_HAND = N_("Second-hand")
SOURCE_KIND = {
    "original": N_("Original"),
    "repost": SECOND_HAND,
    "park_report": N_("Submitted by the park"),
}
NOT_APPLICABLE = N_("Not applicable")
ABSENCE = {
    "not_collected": N_("To be collected"),
    "asked": N_("Asked, no reply yet"),
    "not_published": N_("Not yet announced by the park"),
    "none": N_("None"),
    "not_applicable": NOT_APPLICABLE,
    "withheld": N_("Not for release"),
}
QUALIFIER = {
    "exact": N_("exact"),
    "about": N_("about"),
    "more_than": N_("more than"),
    "near": N_("nearly"),
    "at_least": N_("at least"),
    "at_most": N_("at most"),
    "range": N_("range"),
}
BASIS = {
    "actual": N_("actually resident"),
    "registered": N_("registered in the park"),
    "signed": N_("signed"),
    "planned": N_("planned"),
    "completed": N_("completed"),
    "reported": N_("as reported"),
    "gross": N_("gross floor area"),
    "net": N_("net internal area"),
    "driving": N_("by car"),
    "walking": N_("on foot"),
}
FACILITY_GROUP = {
    "business": N_("Business facilities"),
    "innovation": N_("Innovation facilities"),
    "living": N_("Living facilities"),
    "utilities": N_("Utilities"),
}
FACILITY_CATEGORY = {
    "office": N_("Offices"),
    "research": N_("Research"),
    "exhibition": N_("Exhibition"),
    "training": N_("Training"),
    "meeting": N_("Meetings"),
    "dining": N_("Dining"),
    "lodging": N_("Lodging"),
    "parking": N_("Parking"),
    "helipad": N_("Helipads"),
    "sports": N_("Sports"),
    "power": N_("Power"),
    "water": N_("Water"),
    "drainage": N_("Drainage"),
    "gas": N_("Gas"),
    "heat": N_("Heat"),
    "network": N_("Network"),
}
INDUSTRY_ROLE = {"lead": N_("Leading industries"), "supporting": N_("Supporting industries")}
POLICY_KIND = {
    "measures": N_("Package of measures"),
    "reward": N_("Awards and subsidies"),
    "rent": N_("Rent reduction"),
    "finance": N_("Financial support"),
    "talent": N_("Support for talent"),
    "inputs": N_("Land, power and other inputs"),
    "service": N_("Services for firms"),
    "case_by_case": N_("Case-by-case terms (internal record only)"),
    "one_off_reward": N_("One-off rewards (internal record only)"),
}
VALIDITY = {
    "in_force": N_("In force"),
    "amended": N_("Amended"),
    "repealed": N_("Repealed"),
    "expired": N_("No longer in force"),
    "not_yet": N_("Not yet in force"),
}
REVIEW = {
    "passed": N_("Fair-competition review passed"),
    "exempt": N_("Exemption applies"),
    "unreviewed": N_("Not reviewed"),
    "out_of_scope": N_("Outside the scope of review"),
}
CONSENT = {"not_asked": N_("Not asked"), "agreed": N_("Agreed"), "refused": N_("Refused")}
MILESTONE_KIND = {
    "started": N_("Construction started"),
    "opened": N_("Opened"),
    "prepared": N_("Preparation"),
    "visited": N_("Visit"),
    "cooperation": N_("Cooperation"),
    "other": N_("Event"),
}
PARK_TYPE = {
    "specialised": N_("Specialised park"),
    "building": N_("Office-building park"),
    "incubator": N_("Incubator"),
    "standard_factory": N_("Standard factories"),
    "other": N_("Other"),
}
OWNERSHIP = {"state": N_("State-owned"), "private": N_("Private"), "mixed": N_("Mixed")}
YES_NO = {"yes": N_("Yes"), "no": N_("No")}
AUDIENCE = {"public": N_("Public"), "visitor": N_("For talks"), "internal": N_("Internal")}

# choices of coded fields, by field key
CHOICES: dict[str, dict[str, str]] = {
    "status": STATUS,
    "park_type": PARK_TYPE,
    "ownership": OWNERSHIP,
    "gas": YES_NO,
    "drainage": YES_NO,
    "heat": YES_NO,
    "double_circuit": YES_NO,
}
