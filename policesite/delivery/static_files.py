from whitenoise.storage import CompressedManifestStaticFilesStorage


class ShortNames(CompressedManifestStaticFilesStorage):
    """Static files under a name that holds a digest of them, so that a browser keeps each for good.

    Eight digits of it tell the versions of one file apart; Django's twelve are bytes in every page, ten times over.
    """

    def file_hash(self, name, content=None) -> str | None:
        digest = super().file_hash(name, content)
        return digest and digest[:8]
