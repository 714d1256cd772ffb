"""AVIF at a quicker setting of its encoder: an editor waits for an upload, and a whole site of pictures for a minute."""

from PIL import Image

SPEED = 8  # 0 is slowest and smallest, 10 the quickest; Pillow's own is 6: 4 times the work for files a fifth smaller


def encode_avif_quickly() -> None:
    """Wagtail and Willow offer no way to say it, so it is said where Pillow looks up how AVIF is saved."""
    Image.init()
    save = Image.SAVE["AVIF"]

    def save_quickly(picture, file, name):
        picture.encoderinfo.setdefault("speed", SPEED)
        save(picture, file, name)

    Image.register_save("AVIF", save_quickly)
