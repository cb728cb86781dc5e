"""Asks which invoice a payment of a file is for, among those that come near."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from fbrecon.app.views import InvoiceRow, PaymentRow
from fbrecon.sync.progress import CancelToken, ProgressFn

from .. import formats, texts
from ..context import Context
from ..language import tr


def choose_invoice(
    context: Context, payment: PaymentRow, owner: QWidget, then: Callable[[str], object]
) -> None:
    """Show the candidates; `then` takes the public id of the chosen one."""
    desk = context.desk
    keys = [int(public_id.removeprefix("inv_")) for public_id in payment.candidates]

    def work(_token: CancelToken, _report: ProgressFn) -> list[InvoiceRow]:
        return list(desk.invoice_rows(keys))

    context.run(work, lane="db", owner=owner, then=lambda rows: _ask(owner, payment, rows, then))


def _ask(
    owner: QWidget,
    payment: PaymentRow,
    rows: Sequence[InvoiceRow],
    then: Callable[[str], object],
) -> None:
    ids = {_label(row): row.id for row in rows}
    dialog = QInputDialog(owner)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Which invoice is it for?"))
    dialog.setLabelText(
        tr("{sum} from {customer}. It is recorded there with the next sync.").format(
            sum=formats.money(payment.amount), customer=texts.one_line(payment.customer)
        )
    )
    dialog.setComboBoxItems(list(ids))
    dialog.setOkButtonText(tr("Approve for this invoice"))
    dialog.textValueSelected.connect(lambda label: then(ids[label]))
    dialog.open()


def _label(row: InvoiceRow) -> str:
    owed = tr("{sum} outstanding").format(sum=formats.money(row.outstanding))
    parts = (row.number, row.customer, formats.day(row.create_on), owed)
    return "  \u00b7  ".join(texts.one_line(part) for part in parts)
