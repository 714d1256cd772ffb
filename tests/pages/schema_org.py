"""An extract of schema.org's vocabulary (CC BY-SA 3.0): the types we use, with the properties we may give them and what each may hold.

Narrower than the vocabulary where we always give one kind: `item` of a ListItem is any Thing there, and for us its address.
Compared word for word with the vocabulary as the npm package schema-dts 2.1.0 has it; whoever uses another word looks it up there
and adds it here.
"""

PARENTS = {
    "Thing": (), "CreativeWork": ("Thing",), "Article": ("CreativeWork",), "NewsArticle": ("Article",), "MediaObject": ("CreativeWork",),
    "VideoObject": ("MediaObject",), "Intangible": ("Thing",), "ItemList": ("Intangible",), "BreadcrumbList": ("ItemList",),
    "ListItem": ("Intangible",), "Event": ("Thing",), "Place": ("Thing",), "Organization": ("Thing",), "GovernmentOrganization": ("Organization",),
    "LocalBusiness": ("Organization", "Place"), "EmergencyService": ("LocalBusiness",), "CivicStructure": ("Place",),
    "PoliceStation": ("CivicStructure", "EmergencyService"), "VirtualLocation": ("Intangible",), "ContactPoint": ("Intangible",), "PostalAddress": ("ContactPoint",),
    "GeoCoordinates": ("Intangible",), "OpeningHoursSpecification": ("Intangible",),
}  # fmt: skip

PROPERTIES = {
    "Thing": {"name": "Text", "description": "Text", "url": "URL", "image": "URL"},
    "CreativeWork": {
        "headline": "Text", "datePublished": "DateTime", "dateModified": "DateTime", "inLanguage": "Text", "encodingFormat": "Text",
        "thumbnailUrl": "URL", "publisher": "Organization", "author": "Organization",
    },
    "MediaObject": {"contentUrl": "URL", "duration": "Duration", "uploadDate": "DateTime"},
    "VideoObject": {"caption": "MediaObject Text", "transcript": "Text"},
    "ItemList": {"itemListElement": "ListItem"},
    "ListItem": {"position": "Integer", "item": "URL"},
    "Event": {
        "startDate": "DateTime", "endDate": "DateTime", "previousStartDate": "DateTime", "eventStatus": "EventStatusType", "eventAttendanceMode": "EventAttendanceModeEnumeration",
        "location": "Place VirtualLocation PostalAddress Text", "organizer": "Organization",
    },
    "Organization": {"parentOrganization": "Organization"},
    "Place": {
        "address": "PostalAddress Text", "geo": "GeoCoordinates", "telephone": "Text",
        "openingHoursSpecification": "OpeningHoursSpecification", "specialOpeningHoursSpecification": "OpeningHoursSpecification",
    },
    "PostalAddress": {"streetAddress": "Text", "addressLocality": "Text", "postalCode": "Text", "addressCountry": "Text"},
    "GeoCoordinates": {"latitude": "Number", "longitude": "Number"},
    "OpeningHoursSpecification": {"dayOfWeek": "DayOfWeek", "opens": "Time", "closes": "Time", "validFrom": "Date", "validThrough": "Date"},
}  # fmt: skip

MEMBERS = {
    "EventStatusType": {"EventScheduled", "EventCancelled", "EventRescheduled", "EventPostponed", "EventMovedOnline"},
    "EventAttendanceModeEnumeration": {"OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode"},
    "DayOfWeek": {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "PublicHolidays"},
}
