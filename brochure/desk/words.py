"""The words of the pages, English and Spanish: a row each, which the pages know by its key."""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.desk.words_brand import BRANDING
from brochure.desk.words_writing import WRITING

LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the pages; a word in braces stands for a fact."""

    en: str
    es: str


W = Words
WORDS: dict[str, Words] = {
    # ------------------------------------------------------------------ the bar
    "program": W("Brochure", "Brochure"),
    "front-desk": W("Front desk", "Recepción"),
    "write": W("Write", "Escribir"),
    "brand": W("Brand and clinics", "Marca y clínicas"),
    "clinic": W("Clinic", "Clínica"),
    "own-clinic": W("As in the handout", "La del folleto"),
    "menu": W("Menu", "Menú"),
    "other-language": W("Español", "English"),
    "stop": W("Close Brochure", "Cerrar Brochure"),
    "stopped": W(
        "Brochure is closed. You can close this window.",
        "Brochure está cerrado. Puede cerrar esta ventana.",
    ),
    "skip": W("Skip to the handouts", "Ir a los folletos"),
    # ----------------------------------------------------------------- the list
    "find": W("Find a handout", "Buscar un folleto"),
    "find-example": W("Type a word: sciatica, dolor, knee", "Escriba una palabra: ciática, knee"),
    "languages": W("Language of the handouts", "Idioma de los folletos"),
    "all-languages": W("All", "Todos"),
    "most": W("Printed most this month", "Los más impresos este mes"),
    "all": W("All", "Todos"),
    "found": W("Found", "Encontrados"),
    "handouts": W("Handouts", "Folletos"),
    "count": W("{count} handouts found", "{count} folletos encontrados"),
    "count-one": W("1 handout found", "1 folleto encontrado"),
    "count-none": W(
        "No handout has these words. Try another word.",
        "Ningún folleto tiene estas palabras. Pruebe otra palabra.",
    ),
    "count-none-in": W(
        "No handout in this language has these words. Choose “All” above to look in every "
        "language.",
        "Ningún folleto en este idioma tiene estas palabras. Elija “Todos” arriba para buscar en "
        "todos los idiomas.",
    ),
    "none": W(
        "There is no handout in this folder yet. Choose Write to begin one.",
        "Todavía no hay folletos en esta carpeta. Elija Escribir para empezar uno.",
    ),
    "key-choose": W("choose", "elegir"),
    "key-print": W("print", "imprimir"),
    "key-find": W("find", "buscar"),
    # ---------------------------------------------------------------- the pages
    "choose-first": W("Choose a handout from the list.", "Elija un folleto de la lista."),
    "pages": W("The pages, as they print", "Las páginas, como se imprimen"),
    "page": W("Page {page} of {pages}", "Página {page} de {pages}"),
    "pages-sheet": W("{pages} pages, one sheet", "{pages} páginas, una hoja"),
    "pages-sheets": W("{pages} pages, {sheets} sheets", "{pages} páginas, {sheets} hojas"),
    "reviewed": W("Reviewed {date}", "Revisado el {date}"),
    "read-text": W("Read the text", "Leer el texto"),
    "opens-window": W("opens in a new window", "se abre en una ventana nueva"),
    # --------------------------------------------------------------- the states
    "ready": W("Ready to print", "Listo para imprimir"),
    "draft": W(
        "Draft: not ready for patients. It is marked as a draft on each page.",
        "Borrador: no está listo para pacientes. Cada página lo dice.",
    ),
    "overdue": W(
        "Overdue: it had to be reviewed by {date}. Ask before you give it out.",
        "Vencido: había que revisarlo antes del {date}. Pregunte antes de entregarlo.",
    ),
    "too-long": W(
        "Cannot print: {words} words too many. Someone has to shorten the text.",
        "No se puede imprimir: sobran {words} palabras. Alguien tiene que acortar el texto.",
    ),
    "kind-too-long": W("{words} words too many", "Sobran {words} palabras"),
    "phone-changed": W(
        "The phone changed from {old} to {new} since this was last printed. Throw away old copies.",
        "El teléfono cambió de {old} a {new} desde la última impresión. Tire las copias viejas.",
    ),
    "told": W("{message} {hint}", "{message} {hint}"),
    "file-fault": W(
        "Cannot print: there is a mistake in {file}, line {line}. Someone has to mend it.",
        "No se puede imprimir: hay un error en {file}, línea {line}. Alguien tiene que corregirlo.",
    ),
    "file-fault-whole": W(
        "Cannot print: there is a mistake in {file}. Someone has to mend it.",
        "No se puede imprimir: hay un error en {file}. Alguien tiene que corregirlo.",
    ),
    "no-room": W(
        "Cannot print: the words do not go on the page. Someone has to shorten the text.",
        "No se puede imprimir: las palabras no caben en la página. Alguien tiene que acortar el "
        "texto.",
    ),
    "look-first": W(
        "Look at the pages before you print: line {line} of {file} may not look as it should.",
        "Mire las páginas antes de imprimir: puede que la línea {line} de {file} no se vea bien.",
    ),
    "look-first-whole": W(
        "Look at the pages before you print: something may not look as it should.",
        "Mire las páginas antes de imprimir: puede que algo no se vea bien.",
    ),
    "another-language": W(
        "The text is not in the language that its file names. Ask before you give it out.",
        "El texto no está en el idioma que dice su archivo. Pregunte antes de entregarlo.",
    ),
    "other-phone": W(
        "There is a phone in the text that may be wrong. Check it before you give it out.",
        "En el texto hay un teléfono que puede estar mal. Revíselo antes de entregarlo.",
    ),
    "sample-clinic": W(
        "The clinic is still the sample of a new handout. Do not give it out.",
        "La clínica todavía es el ejemplo de un folleto nuevo. No lo entregue.",
    ),
    "sample-text": W(
        "Some of the text is still the sample of a new handout. Do not give it out.",
        "Parte del texto todavía es el ejemplo de un folleto nuevo. No lo entregue.",
    ),
    "english-words": W(
        "Some words on the pages are English, as there are none in this language yet.",
        "Algunas palabras de las páginas están en inglés: aún no las hay en este idioma.",
    ),
    "odd-date": W(
        "The review date on the pages cannot be right. Ask before you give it out.",
        "La fecha de revisión de las páginas no puede ser correcta. Pregunte antes de entregarlo.",
    ),
    "no-message": W(
        "No message can be made of this handout. Save the PDF alone, or ask who writes it.",
        "No se puede hacer un mensaje con este folleto. Guarde solo el PDF o pregunte a quien lo "
        "escribe.",
    ),
    "old-version": W(
        "This is an old version, of {when}: the newer one cannot be printed. Its phone is {phone}. "
        "Check that it is still right before you give it out.",
        "Esta es una versión vieja, del {when}: la nueva no se puede imprimir. Su teléfono es "
        "{phone}. Compruebe que aún vale antes de entregarla.",
    ),
    "old-there": W(
        "The version of {when} can still be printed.",
        "La versión del {when} todavía se puede imprimir.",
    ),
    "show-old": W("Show the version of {when}", "Ver la versión del {when}"),
    "show-new": W("Back to the newest version", "Volver a la versión más nueva"),
    "print-old": W("Print the version of {when}", "Imprimir la versión del {when}"),
    "cannot-print": W("Cannot print", "No se puede imprimir"),
    "choose-clinic": W(
        "Choose a clinic at the top: this handout has none of its own.",
        "Elija una clínica arriba: este folleto no tiene una propia.",
    ),
    "set-cannot-print": W(
        "“{title}” cannot be printed. Take it out of the set.",
        "“{title}” no se puede imprimir. Quítelo del conjunto.",
    ),
    # ---------------------------------------------------------------- the order
    "kind": W("Kind", "Tipo"),
    "kind-handout": W("Standard", "Normal"),
    "kind-large-print": W("Large print", "Letra grande"),
    "kind-trifold": W("Folded", "Plegado"),
    "kind-card": W("Card", "Tarjeta"),
    "sheet": W("1 sheet", "1 hoja"),
    "sheets": W("{sheets} sheets", "{sheets} hojas"),
    "black-and-white": W("Black and white", "Blanco y negro"),
    "copies": W("Copies", "Copias"),
    "fewer": W("One copy fewer", "Una copia menos"),
    "more": W("One copy more", "Una copia más"),
    "print": W("Print", "Imprimir"),
    "print-set": W("Print {count} handouts", "Imprimir {count} folletos"),
    "printing": W("Making the pages …", "Preparando las páginas…"),
    "print-open": W("The print window is open.", "La ventana de impresión está abierta."),
    "copies-set": W("Set {copies} copies in it.", "Ponga {copies} copias en ella."),
    "print-failed": W(
        "The print window did not open. Use Download, open the file and print it.",
        "La ventana de impresión no se abrió. Use Descargar, abra el archivo e imprímalo.",
    ),
    "edge-long": W(
        "Both sides of one sheet, **flip on long edge**. This is set for you; check it if the "
        "printer asks.",
        "Por los dos lados, **girar por el borde largo**. Ya está puesto; revíselo si la "
        "impresora pregunta.",
    ),
    "edge-short": W(
        "Both sides of one sheet, **flip on short edge**. This is set for you; check it if the "
        "printer asks. Then fold.",
        "Por los dos lados, **girar por el borde corto**. Ya está puesto; revíselo si la "
        "impresora pregunta. Después, doble.",
    ),
    "edge-cut": W(
        "Both sides, **flip on short edge**. This is set for you; check it if the printer asks. "
        "Each sheet has two cards: cut along the dashes.",
        "Por los dos lados, **girar por el borde corto**. Ya está puesto; revíselo si la "
        "impresora pregunta. Cada hoja tiene dos tarjetas: corte por la línea de puntos.",
    ),
    "edge-firefox": W(
        "In the next window choose two-sided and Scale: 100.",
        "En la ventana siguiente elija dos caras y Escala: 100.",
    ),
    "download": W("Download", "Descargar"),
    "email": W("E-mail", "Correo"),
    "email-title": W("Send by e-mail", "Enviar por correo"),
    "email-draft": W(
        "Open a draft, with the handout in it", "Abrir un borrador, con el folleto adjunto"
    ),
    "email-draft-help": W(
        "For Outlook (classic), Thunderbird and Apple Mail. Add the address and send.",
        "Para Outlook (clásico), Thunderbird y Apple Mail. Ponga la dirección y envíe.",
    ),
    "email-pdf": W("Save the PDF alone", "Guardar solo el PDF"),
    "email-pdf-help": W(
        "For new Outlook and mail in the browser: attach it to a new message.",
        "Para el Outlook nuevo y el correo web: adjúntelo a un mensaje nuevo.",
    ),
    "email-copy": W("Copy the message", "Copiar el mensaje"),
    "email-copy-help": W(
        "Then paste it into a new message and attach the PDF.",
        "Después péguelo en un mensaje nuevo y adjunte el PDF.",
    ),
    "copied": W("The message is copied.", "El mensaje está copiado."),
    "copy-failed": W(
        "Copy these words by hand:",
        "Copie estas palabras a mano:",
    ),
    "saved-as": W("Saved in your downloads as {name}", "Guardado en sus descargas como {name}"),
    "not-sent": W(
        "This handout is a draft, a sample or in another language than it says: it is not sent.",
        "Este folleto es un borrador, una muestra o está en otro idioma del que dice: no se envía.",
    ),
    "close": W("Close", "Cerrar"),
    "add-to-set": W("Add to a set", "Añadir a un conjunto"),
    "take-out": W("Take “{title}” out of the set", "Quitar “{title}” del conjunto"),
    "set": W("Set to print together", "Conjunto para imprimir"),
    "download-set": W("Download the set", "Descargar el conjunto"),
    "set-empty": W("Empty the set", "Vaciar el conjunto"),
    "set-count": W("{count} in the set", "{count} en el conjunto"),
    "set-full": W("A set holds up to {count}.", "Un conjunto tiene hasta {count}."),
    # ------------------------------------------------------------- what went wrong
    "lost": W(
        "Brochure does not answer. Start it again by its icon.",
        "Brochure no responde. Ábralo de nuevo con su icono.",
    ),
    "again": W("Try again", "Intentar de nuevo"),
    "gone": W("This handout is no longer in the folder.", "Este folleto ya no está en la carpeta."),
    "not-found": W("There is no such page.", "Esa página no existe."),
    "bad-request": W("This request cannot be met.", "Esta petición no se puede cumplir."),
    "too-large": W("This is too large to send.", "Es demasiado grande para enviarlo."),
    "too-slow": W("The message took too long.", "El mensaje tardó demasiado."),
    "other-host": W("This address is not Brochure's.", "Esta dirección no es de Brochure."),
    "other-site": W(
        "Another page sent this, and Brochure does not follow it.",
        "Otra página envió esto, y Brochure no la sigue.",
    ),
    "not-allowed": W("This PIN is for the front desk only.", "Este PIN es solo para la recepción."),
    "no-key": W("Open Brochure by its icon.", "Abra Brochure con su icono."),
    "no-key-help": W(
        "This page opens by the link that Brochure makes when it starts. Double-click its icon, "
        "or type: brochure desk",
        "Esta página se abre con el enlace que Brochure da al empezar. Haga doble clic en su "
        "icono o escriba: brochure desk",
    ),
    "old-link": W(
        "This link was used already, or is too old. Open Brochure by its icon.",
        "Este enlace ya se usó o es muy viejo. Abra Brochure con su icono.",
    ),
    "fault": W(
        "A fault in the program. Try again; if it comes back, tell its makers.",
        "Un fallo del programa. Intente de nuevo; si vuelve, avise a sus autores.",
    ),
    "bad-name": W(
        "This name cannot be used for a file. Use letters, digits and hyphens.",
        "Este nombre no sirve para un archivo. Use letras, números y guiones.",
    ),
    "name-taken": W("There is a file of this name.", "Ya hay un archivo con este nombre."),
    # ------------------------------------------------------------- the network mode
    "pin": W("PIN", "PIN"),
    "pin-title": W("Enter the PIN", "Escriba el PIN"),
    "pin-help": W(
        "It is shown in the window where Brochure runs.",
        "Está en la ventana donde corre Brochure.",
    ),
    "pin-enter": W("Enter", "Entrar"),
    "pin-wrong": W("This is not the PIN.", "Ese no es el PIN."),
    "pin-wait": W(
        "Too many tries. Wait {seconds} seconds.", "Demasiados intentos. Espere {seconds} segundos."
    ),
}

WORDS |= {key: W(*row) for key, row in (*WRITING.items(), *BRANDING.items())}


def in_language(language: str) -> dict[str, str]:
    """Return all words in a language of LANGUAGES, by their keys."""
    return {key: getattr(words, language) for key, words in WORDS.items()}


def chosen_language(cookie: str, accepted: str) -> str:
    """Return the language of the pages: the one chosen, or the first that the browser accepts."""
    if cookie in LANGUAGES:
        return cookie
    for each in accepted.lower().split(","):
        tag = each.partition(";")[0].strip().partition("-")[0]
        if tag in LANGUAGES:
            return tag
    return LANGUAGES[0]
