"""The table of plain HTTP addresses."""

from starlette.applications import Starlette
from starlette.routing import Route

from dvc_app import routes
from dvc_app.callbacks import (
    checklist,
    files,
    health,
    papers,
    picture_code,
    plain_look_up,
    register,
    sign_in,
    sign_out,
    uploads,
)

POST = ["POST"]
UPLOADING = ["HEAD", "PATCH", "DELETE"]

addresses = Starlette(
    routes=[
        Route("/suc-khoe", health.alive),
        Route(routes.PLAIN_LOOK_UP_START, plain_look_up.start),
        Route(routes.PLAIN_LOOK_UP, plain_look_up.show, methods=["GET", "POST"]),
        Route(routes.API_CHECKLIST, checklist.checklist_sheet),
        Route(routes.API_ACKNOWLEDGEMENT, papers.acknowledgement_sheet),
        Route(routes.API_RECEIPT, papers.receipt_sheet),
        Route(routes.API_FILE, files.whole),
        Route(routes.API_THUMBNAIL, files.first_page),
        Route(routes.API_UPLOADS, uploads.begin_for_dossier, methods=POST),
        Route(routes.API_RESULT_UPLOADS, uploads.begin_for_result, methods=POST),
        Route(routes.API_UPLOAD, uploads.go_on, methods=UPLOADING),
        Route(routes.API_SIGN_IN, sign_in.citizen, methods=POST),
        Route(routes.API_OFFICER_SIGN_IN, sign_in.officer, methods=POST),
        Route(routes.API_OFFICER_CODE, sign_in.officer_code, methods=POST),
        Route(routes.API_PASSWORD, register.password, methods=POST),
        Route(routes.API_SIGN_OUT, sign_out.here, methods=POST),
        Route(routes.API_SIGN_OUT_EVERYWHERE, sign_out.everywhere, methods=POST),
        Route(routes.API_PICTURES, picture_code.begin, methods=POST),
        Route(routes.API_PICTURE, picture_code.draw),
        Route(routes.API_CHALLENGE, picture_code.challenge),
    ]
)
